using System.Text.Json;
using EasGen.Api;
using EasGen.Cli.Cloud;
using EasGen.Cli.Terminal;
using EasGen.Cli.Why;

namespace EasGen.Cli.Deploy;

/// <summary>A change of a service that is to be waited for.</summary>
/// <param name="Name">The service.</param>
/// <param name="Before">The service before the change; null if it was created, or not changed.</param>
/// <param name="IsThere">Whether what runs is what was asked for.</param>
/// <param name="Limit">How long it may take.</param>
internal sealed record ServiceChange(string Name, EasServiceState? Before, Func<EasServiceState, bool> IsThere, TimeSpan Limit);

/// <summary>Waits for a service that was changed, and says how it ended.</summary>
internal sealed class Rollout(CloudConnection connection, WatchRequest watch, DeployOutput output)
{
    private Screen Screen => output.Screen;

    /// <param name="change">What is waited for.</param>
    /// <param name="interrupted">Ends the waiting, not the change.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitAsync(ServiceChange change, CancellationToken interrupted)
    {
        if (watch.IsNotWaited)
        {
            Screen.WriteLine($"Not waited for; 'easgen status {change.Name}' shows how far it is.");
            output.WriteResult(change.Name, connection.Region, "notWaited", null);
            return ExitCode.Clean;
        }
        var limit = watch.Timeout ?? change.Limit;
        Screen.WriteLine($"Waiting until it runs, {Words(limit)} at most. Ctrl+C ends the waiting, not the service.", Styles.Quiet);
        try
        {
            var (end, state) = await new ServiceWatch(connection, change.Name, Screen)
                .WaitAsync(change.IsThere, change.Before, limit, interrupted);
            return await EndAsync(change.Name, end, state, limit, interrupted);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            Screen.WriteLine();
            Screen.WriteLine($"Stopped waiting; PAI-EAS goes on. 'easgen status {change.Name}' shows how far it is.");
        }
        catch (Exception problem) when (CallFailure.Describe(problem, connection) is { } message)
        {
            // The change is made: this is no failure to make it.
            Screen.WriteLine(Plain.Line($"Stopped waiting, as PAI-EAS does not tell how far it is: {message}"));
        }
        return ExitCode.Errors;
    }

    private async Task<int> EndAsync(string name, WatchEnd end, EasServiceState? state, TimeSpan limit, CancellationToken interrupted)
    {
        output.WriteResult(name, connection.Region, JsonNamingPolicy.CamelCase.ConvertName(end.ToString()), state);
        switch (end)
        {
            case WatchEnd.Ready:
                new Greeting(connection, output.Cloud).Write(name, state!, Screen);
                return ExitCode.Clean;
            case WatchEnd.Stopped:
                Screen.WriteLine($"'{name}' is stopped and stays so; start it in the console.", Styles.Strong);
                return ExitCode.Errors;
            case WatchEnd.Failed:
                Screen.WriteLine($"'{name}' has failed.", Styles.Strong);
                break;
            default:
                Screen.WriteLine($"'{name}' does not run after {Words(limit)}; PAI-EAS goes on trying.", Styles.Strong);
                break;
        }
        Screen.WriteLine();
        ExplanationReport.Write(
            await Explanation.ReadAsync(connection.Client, connection.Region, name, interrupted: interrupted), Screen);
        return ExitCode.Errors;
    }

    private static string Words(TimeSpan time) => time < TimeSpan.FromMinutes(2)
        ? Plain.Number((int)time.TotalSeconds, "second")
        : Plain.Number((int)Math.Ceiling(time.TotalMinutes), "minute");
}
