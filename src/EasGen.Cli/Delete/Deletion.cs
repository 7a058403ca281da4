using EasGen.Api;
using EasGen.Cli.Cloud;
using EasGen.Cli.Live;

namespace EasGen.Cli.Delete;

/// <summary>The deletion of a service.</summary>
/// <param name="connection">PAI-EAS.</param>
/// <param name="state">The service as it was before.</param>
internal sealed class Deletion(CloudConnection connection, EasServiceState state)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private string Name => state.ServiceName!;

    /// <summary>Asks for it. A lost answer does not tell whether it is being done: the service does.</summary>
    public Task AskAsync() => ChangingCall.MakeAsync(
        $"'{Name}' is being deleted",
        () => connection.Client.DeleteServiceAsync(Name, CancellationToken.None),
        async () => await FindAsync(CancellationToken.None) is not { } now
            || (now.Status is "Stopping" or "DeleteFailed" && now.Status != state.Status));

    /// <summary>Waits until it is gone.</summary>
    /// <exception cref="CommandException">It is not gone in time, or cannot be deleted.</exception>
    public async Task WaitAsync(TimeSpan limit, CancellationToken interrupted)
    {
        var clock = connection.Options.TimeProvider;
        var start = clock.GetTimestamp();
        while (await FindAsync(interrupted) is { } now)
        {
            if (now.Status == "DeleteFailed")
                throw Late($"'{Name}' could not be deleted: {Shown(now, now.Message ?? now.Reason ?? "no reason is given")}");
            if (clock.GetElapsedTime(start) >= limit)
                throw Late(
                    FormattableString.Invariant($"'{Name}' is not gone after {limit.TotalSeconds:0} s ({Shown(now, now.Status)}); ")
                    + $"'easgen status {Name}' says when it is");
            await Task.Delay(limit < Pause ? limit : Pause, clock, interrupted);
        }
    }

    // One that is created anew under the same name is another one.
    private async Task<EasServiceState?> FindAsync(CancellationToken interrupted)
    {
        try
        {
            var now = await connection.Client.DescribeServiceAsync(Name, interrupted);
            return now.ServiceId == state.ServiceId ? now : null;
        }
        catch (EasApiException gone) when (gone.IsNotFound)
        {
            return null;
        }
    }

    private string Shown(EasServiceState now, string? text) => new ObservedService(now, connection.Region).Shown(text ?? "");

    private static CommandException Late(string message) => new(message) { ExitCode = ExitCode.Errors };
}
