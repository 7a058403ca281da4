using EasGen.Api;
using EasGen.Cli.Cloud;
using EasGen.Cli.Plan;
using EasGen.Cli.Terminal;
using EasGen.Cli.Why;
using EasGen.Core.Features;

namespace EasGen.Cli.Deploy;

/// <summary>Waits for a service that was changed, and says how it ended.</summary>
internal sealed class Rollout(CloudConnection connection, Screen output, WatchRequest watch)
{
    /// <param name="name">The service.</param>
    /// <param name="isThere">Whether what runs is what was asked for.</param>
    /// <param name="usualLimit">How long it may take.</param>
    /// <param name="interrupted">Ends the waiting, not the change.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitAsync(
        string name, Func<EasServiceState, bool> isThere, TimeSpan usualLimit, CancellationToken interrupted)
    {
        if (watch.IsNotWaited)
        {
            output.WriteLine($"Not waited for; 'easgen status {name}' shows how far it is.");
            return ExitCode.Clean;
        }
        var limit = watch.Timeout ?? usualLimit;
        output.WriteLine($"Waiting until it runs, {Minutes(limit)} at most. Ctrl+C ends the waiting, not the service.", Styles.Quiet);
        try
        {
            var (end, state) = await new ServiceWatch(connection, name, output).WaitAsync(isThere, limit, interrupted);
            return await EndAsync(name, end, state, limit, interrupted);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            output.WriteLine();
            output.WriteLine($"Stopped waiting; PAI-EAS goes on. 'easgen status {name}' shows how far it is.");
            return ExitCode.Unusable;
        }
    }

    private async Task<int> EndAsync(string name, WatchEnd end, EasServiceState? state, TimeSpan limit, CancellationToken interrupted)
    {
        switch (end)
        {
            case WatchEnd.Ready:
                Greet(state!);
                return ExitCode.Clean;
            case WatchEnd.Stopped:
                output.WriteLine($"'{name}' is stopped and stays so; start it in the console.", Styles.Strong);
                return ExitCode.Clean;
            case WatchEnd.Failed:
                output.WriteLine($"'{name}' has failed.", Styles.Strong);
                break;
            default:
                output.WriteLine($"'{name}' does not run after {Minutes(limit)}; PAI-EAS goes on trying.", Styles.Strong);
                break;
        }
        output.WriteLine();
        ExplanationReport.Write(
            await Explanation.ReadAsync(connection.Client, connection.Region, name, interrupted: interrupted), output);
        return ExitCode.Errors;
    }

    private void Greet(EasServiceState state)
    {
        output.WriteLine(FormattableString.Invariant($"{state.ServiceName} runs in version {state.CurrentVersion}."), Styles.Strong);
        var endpoint = state.InternetEndpoint ?? state.IntranetEndpoint;
        foreach (var (name, address) in new[] { ("Internet", state.InternetEndpoint), ("VPC", state.IntranetEndpoint) })
        {
            if (!string.IsNullOrEmpty(address))
                output.WriteLine(Plain.Line($"  {name,-8}  {address}"));
        }
        if (!string.IsNullOrEmpty(endpoint))
            output.WriteLine(Plain.Line(
                $"  Try it    curl -H \"Authorization: $(easgen status {state.ServiceName} --token --region {connection.Region})\" "
                + $"{endpoint.TrimEnd('/')}{Path(state)}"));
    }

    // What answers to a GET: the path that PAI-EAS asks itself.
    private static string Path(EasServiceState state) =>
        LiveService.Of(state).Config.Service.First(Probe.Readiness)?[Probe.Path] ?? "/";

    private static string Minutes(TimeSpan time) => time < TimeSpan.FromMinutes(2)
        ? Plain.Number((int)time.TotalSeconds, "second")
        : Plain.Number((int)Math.Ceiling(time.TotalMinutes), "minute");
}
