using System.Threading.RateLimiting;

namespace EasGen.AspNetCore.Calls;

internal static class PlaceExtensions
{
    /// <summary>Gives the place back when the task is over, which may be long after its request.</summary>
    public static void LeaveAfter(this RateLimitLease place, Task task) =>
        task.ContinueWith(
            static (_, place) => ((RateLimitLease)place!).Dispose(),
            place,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
}
