using EasGen.Api;
using EasGen.Cli.Cloud;
using EasGen.Cli.Live;

namespace EasGen.Cli.Delete;

/// <summary>The deletion of a service. It is asked for once.</summary>
internal sealed class Deletion(EasClient client, string region, string name)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Asks for it. A lost answer does not tell whether it is being done: the service does.</summary>
    /// <exception cref="CommandException">The answer is lost, and the service is still there.</exception>
    public async Task AskAsync(CancellationToken interrupted)
    {
        try
        {
            await client.DeleteServiceAsync(name, interrupted);
        }
        catch (Exception lost) when (lost is HttpRequestException or EasApiException { StatusCode: < (System.Net.HttpStatusCode)400 })
        {
            if (await FindAsync(interrupted) is { } state)
                throw new CommandException(
                    $"The answer to the deletion was lost, and '{name}' is still there ({Shown(state, state.Status)}); "
                    + $"see with 'easgen status {name}' whether it goes, and delete it again if not",
                    lost);
        }
    }

    /// <summary>Waits until it is gone.</summary>
    /// <exception cref="CommandException">It is not gone in time, or cannot be deleted.</exception>
    public async Task WaitAsync(TimeSpan limit, CancellationToken interrupted)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (await FindAsync(interrupted) is { } state)
        {
            if (state.Status == "DeleteFailed")
                throw Late($"'{name}' could not be deleted: {Shown(state, state.Message ?? state.Reason ?? "no reason is given")}");
            if (TimeProvider.System.GetElapsedTime(start) >= limit)
                throw Late(
                    FormattableString.Invariant($"'{name}' is not gone after {limit.TotalSeconds:0} s ({Shown(state, state.Status)}); ")
                    + $"'easgen status {name}' says when it is");
            await Task.Delay(limit < Pause ? limit : Pause, interrupted);
        }
    }

    private string Shown(EasServiceState state, string? text) => new LiveService(state, region).Shown(text ?? "");

    private static CommandException Late(string message) => new(message) { ExitCode = ExitCode.Errors };

    private async Task<EasServiceState?> FindAsync(CancellationToken interrupted)
    {
        try
        {
            return await client.DescribeServiceAsync(name, interrupted);
        }
        catch (EasApiException gone) when (gone.IsNotFound)
        {
            return null;
        }
    }
}
