using System.Diagnostics;
using System.Threading.RateLimiting;
using EasGen.AspNetCore.Telemetry;

namespace EasGen.AspNetCore.Calls;

/// <summary>
/// What a call of a predict method has from its beginning to its end: its place among the others, its time and its
/// activity.
/// </summary>
internal sealed class CallScope(
    EasMetrics metrics,
    RunningCalls running,
    string route,
    string activityName,
    IEnumerable<ActivityLink>? links = null)
{
    private RateLimitLease? place;
    private Task<RateLimitLease>? waiting;
    private Activity? activity;
    private TimeSpan inMethod;
    private long entered;
    private int ended;
    private Exception? failure;

    /// <summary>False for a call that was refused; true also for one that has to wait for its place.</summary>
    public bool TryTake(ValueTask<RateLimitLease> asked)
    {
        if (asked.IsCompletedSuccessfully)
            place = asked.Result;
        else
            waiting = asked.AsTask();
        return place is null or { IsAcquired: true };
    }

    public bool IsWaiting => waiting is not null;

    /// <summary>Waits for the place. What follows is never on the thread of the request.</summary>
    public async Task Wait()
    {
        var taken = await waiting!.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        (place, waiting) = (taken, null);
    }

    /// <summary>The method begins or goes on, on this thread.</summary>
    public void Enter()
    {
        if (entered == 0)
            Begin();
        else if (activity is not null)
            Activity.Current = activity;
        entered = Stopwatch.GetTimestamp();
    }

    private void Begin()
    {
        running.Begin();
        activity = EasMetrics.Activities
            .StartActivity(activityName, ActivityKind.Internal, parentContext: default, links: links)
            ?.SetTag(EasMetrics.RouteTag, route);
    }

    /// <summary>The method gives its answer or its next item, or fails; for one that was not begun, nothing counts at the end.</summary>
    public void Leave(Exception? exception = null)
    {
        inMethod += Stopwatch.GetElapsedTime(entered);
        failure = exception;
    }

    /// <summary>The first of several counts.</summary>
    public void End()
    {
        if (Interlocked.Exchange(ref ended, 1) != 0)
            return;
        place?.Dispose();
        if (entered == 0)
            return;

        running.End();
        metrics.Predicted(route, inMethod, failure);
        if (failure is not null)
            activity?.SetTag(EasMetrics.ErrorTag, failure.GetType().FullName).SetStatus(ActivityStatusCode.Error);
        activity?.Dispose();
    }

    /// <summary>Ends when the task does, which may be long after its request.</summary>
    public void EndAfter(Task task) =>
        task.ContinueWith(
            static (_, scope) => ((CallScope)scope!).End(),
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
}
