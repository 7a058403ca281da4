using System.CommandLine;
using EasGen.Cli.Inputs;

namespace EasGen.Cli.Cloud;

/// <summary>Runs a verb that calls PAI-EAS: whatever goes wrong is said in one line.</summary>
internal static class CloudVerb
{
    /// <param name="configuration">Where to write.</param>
    /// <param name="open">Reads what the verb works on, and makes the connection.</param>
    /// <param name="run">The verb; its answer is the exit code.</param>
    /// <param name="failure">The exit code of whatever goes wrong; null for the usual ones.</param>
    public static async Task<int> RunAsync<T>(
        InvocationConfiguration configuration,
        Func<(T Subject, CloudConnection Connection)> open,
        Func<T, CloudConnection, Task<int>> run,
        int? failure = null)
    {
        CloudConnection? connection = null;
        try
        {
            (var subject, connection) = open();
            return await run(subject, connection);
        }
        catch (CommandException problem)
        {
            InputErrors.Write([problem.Message], configuration);
            return failure ?? problem.ExitCode;
        }
        catch (Exception problem) when (connection is not null && CallFailure.Describe(problem, connection) is { } message)
        {
            InputErrors.Write([message], configuration);
            return failure ?? ExitCode.Unusable;
        }
        finally
        {
            connection?.Dispose();
        }
    }
}
