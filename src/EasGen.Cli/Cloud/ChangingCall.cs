using System.Net;
using EasGen.Api;

namespace EasGen.Cli.Cloud;

/// <summary>Makes a call that changes something: once, whatever becomes of the answer.</summary>
internal static class ChangingCall
{
    private const int Attempts = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <param name="call">The call, which nobody interrupts: an answer that is not waited for tells nothing.</param>
    /// <param name="isDone">Whether it was done, after an answer that does not tell.</param>
    public static async Task MakeAsync(Func<Task> call, Func<Task<bool>> isDone)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await call();
                return;
            }
            catch (Exception problem) when (IsOpen(problem))
            {
                if (await isDone())
                    return;
                if (attempt == Attempts)
                    throw;
                await Task.Delay((problem as EasApiException)?.RetryAfter ?? Pause);
            }
        }
    }

    // A lost connection, a server that failed on the way, half of an answer; and who asks too often was not heard.
    private static bool IsOpen(Exception problem) => problem switch
    {
        HttpRequestException => true,
        EasApiException refused => refused.IsThrottled || refused.StatusCode >= HttpStatusCode.InternalServerError || refused.IsUnreadable,
        _ => false,
    };
}
