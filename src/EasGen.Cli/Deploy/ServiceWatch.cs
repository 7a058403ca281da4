using EasGen.Api;
using EasGen.Cli.Cloud;
using EasGen.Cli.Live;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Deploy;

/// <summary>How the waiting for a service ended.</summary>
internal enum WatchEnd
{
    Ready,
    Stopped,
    Failed,
    TimedOut,
}

/// <summary>Waits until a service runs, and tells how far it is.</summary>
/// <param name="connection">PAI-EAS.</param>
/// <param name="name">The service.</param>
/// <param name="screen">Where to tell.</param>
internal sealed class ServiceWatch(CloudConnection connection, string name, Screen screen)
{
    // Often at first, as some changes are done at once.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(30);

    // Clocks differ.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private readonly TimeProvider clock = connection.Options.TimeProvider;
    private readonly long start = connection.Options.TimeProvider.GetTimestamp();
    private readonly DateTimeOffset since = connection.Options.TimeProvider.GetUtcNow() - Skew;

    private string? told;
    private string? toldBeside;

    /// <param name="isThere">Whether what runs, with all its instances, is what was asked for.</param>
    /// <param name="before">The service before it was changed; null if it was not.</param>
    /// <param name="limit">How long to wait.</param>
    /// <param name="interrupted">Ends the waiting.</param>
    /// <returns>The end, and the service as it was last seen.</returns>
    public async Task<(WatchEnd End, EasServiceState? State)> WaitAsync(
        Func<EasServiceState, bool> isThere, EasServiceState? before, TimeSpan limit, CancellationToken interrupted)
    {
        var last = default(EasServiceState);
        for (var pause = Shortest; ; pause = Min(pause * 2, Longest))
        {
            last = await LookAsync(interrupted) ?? last;
            var elapsed = clock.GetElapsedTime(start);
            // What was over before the change may still be said for a while.
            var isOld = elapsed < Lag && last?.Status == before?.Status;
            if (last is { } state && Over(state, isThere, isOld) is { } end)
                return (end, state);
            if (elapsed >= limit)
                return (WatchEnd.TimedOut, last);
            await Task.Delay(pause, clock, interrupted);
        }
    }

    // A word that nobody knows means that something is going on.
    private static WatchEnd? Over(EasServiceState state, Func<EasServiceState, bool> isThere, bool isOld) => state switch
    {
        { HasFailed: true } when !isOld => WatchEnd.Failed,
        { Status: "Stopped" } when !isOld => WatchEnd.Stopped,
        { Status: "Running" } when state.RunningInstance == state.TotalInstance && isThere(state) => WatchEnd.Ready,
        _ => null,
    };

    // A network that is away for a while does not end the waiting.
    private async Task<EasServiceState?> LookAsync(CancellationToken interrupted)
    {
        try
        {
            var service = new ObservedService(await connection.Client.DescribeServiceAsync(name, interrupted), connection.Region);
            Tell(service);
            if (!service.State.IsReady && await NewestWarningAsync(interrupted) is { } warning)
                TellBeside(service.Shown($"{warning.Reason}: {warning.Message}"));
            return service.State;
        }
        catch (Exception problem) when (problem is HttpRequestException or EasApiException { IsDenied: false, IsNotFound: false })
        {
            TellBeside(Plain.Line(CallFailure.Describe(problem, connection) ?? ""));
            return null;
        }
    }

    private void Tell(ObservedService service)
    {
        var state = service.State;
        var now = FormattableString.Invariant(
            $"{state.Status}, {state.RunningInstance} of {Plain.Number(state.TotalInstance, "instance")} running");
        if (now != told)
            screen.WriteLine($"  {Time(clock.GetElapsedTime(start))}  {service.Shown(now)}");
        told = now;
    }

    private void TellBeside(string now)
    {
        if (now != toldBeside)
            screen.WriteLine($"         {now}", Styles.Quiet);
        toldBeside = now;
    }

    // What happened before was about another version.
    private async Task<ServiceEvent?> NewestWarningAsync(CancellationToken interrupted)
    {
        var gaps = new Gaps();
        var events = await gaps.TryAsync(
            "The events", connection.Client.DescribeServiceEventAsync(name, "Warning", newest: 1, interrupted));
        return events.FirstOrDefault(one => !(EventTime.Of(one.Time) < since));
    }

    private static string Time(TimeSpan elapsed) => FormattableString.Invariant($"{(int)elapsed.TotalMinutes:00}:{elapsed.Seconds:00}");

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
