using System.CommandLine;
using EasGen.Cli.Inputs;

namespace EasGen.Cli.Cloud;

/// <summary>Runs a verb that calls PAI-EAS: whatever goes wrong is said in one line.</summary>
internal static class CloudVerb
{
    /// <param name="configuration">Where to write.</param>
    /// <param name="open">Makes the connection.</param>
    /// <param name="run">The verb; its answer is the exit code.</param>
    /// <param name="failure">The exit code of whatever goes wrong; null for the usual ones.</param>
    public static async Task<int> RunAsync(
        InvocationConfiguration configuration,
        Func<CloudConnection> open,
        Func<CloudConnection, Task<int>> run,
        int? failure = null)
    {
        CloudConnection? connection = null;
        try
        {
            connection = open();
            return await run(connection);
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
