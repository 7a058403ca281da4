using System.Net;
using EasGen.Api;

namespace EasGen.Cli.Cloud;

/// <summary>Makes a call that changes something: once, whatever becomes of the answer.</summary>
internal static class ChangingCall
{
    private const int Attempts = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <param name="what">What is called, as a message names it: <c>'iris' was changed</c>.</param>
    /// <param name="call">The call, which nobody interrupts: an answer that is not waited for tells nothing.</param>
    /// <param name="isDone">Whether it was done, after an answer that does not tell.</param>
    /// <exception cref="CommandException">Whether it was done cannot be found out.</exception>
    public static async Task MakeAsync(string what, Func<Task> call, Func<Task<bool>> isDone)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await call();
                return;
            }
            catch (Exception problem) when (IsOpen(problem) || (attempt > 1 && problem is EasApiException))
            {
                // A refusal of a second call may mean that the first one was taken.
                if (await IsDoneAsync(what, isDone))
                    return;
                if (attempt == Attempts || !IsOpen(problem))
                    throw;
                await Task.Delay((problem as EasApiException)?.RetryAfter ?? Pause);
            }
        }
    }

    private static async Task<bool> IsDoneAsync(string what, Func<Task<bool>> isDone)
    {
        try
        {
            return await isDone();
        }
        catch (Exception problem) when (problem is HttpRequestException or EasApiException)
        {
            throw new CommandException(
                $"The answer was lost, and PAI-EAS does not say whether {what}; 'easgen status' tells as soon as it can be reached",
                problem)
            {
                ExitCode = ExitCode.Errors,
            };
        }
    }

    // A lost connection or answer, a server that failed on the way, half of an answer; and who asks too often was not heard.
    private static bool IsOpen(Exception problem) => problem switch
    {
        HttpRequestException => true,
        EasApiException refused => refused.IsThrottled || refused.StatusCode >= HttpStatusCode.InternalServerError
            || refused.IsUnreadable || refused.IsAnswerLost,
        _ => false,
    };
}
