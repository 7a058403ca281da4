using EasGen.Api;
using EasGen.Cli.Cloud;
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

    private string? told;
    private string? toldEvent;

    /// <param name="isThere">Whether what runs is what was asked for, of a service that is ready.</param>
    /// <param name="limit">How long to wait.</param>
    /// <param name="interrupted">Ends the waiting.</param>
    /// <returns>The end, and the service as it was last seen.</returns>
    public async Task<(WatchEnd End, EasServiceState? State)> WaitAsync(
        Func<EasServiceState, bool> isThere, TimeSpan limit, CancellationToken interrupted)
    {
        var clock = connection.Options.TimeProvider;
        var start = clock.GetTimestamp();
        var last = default(EasServiceState);
        for (var pause = Shortest; ; pause = Min(pause * 2, Longest))
        {
            last = await LookAsync(interrupted) ?? last;
            if (last is { } state)
            {
                Tell(state, clock.GetElapsedTime(start));
                if (Over(state, isThere) is { } end)
                    return (end, state);
            }
            if (clock.GetElapsedTime(start) >= limit)
                return (WatchEnd.TimedOut, last);
            await Task.Delay(pause, clock, interrupted);
        }
    }

    // A word that nobody knows means that something is going on.
    private static WatchEnd? Over(EasServiceState state, Func<EasServiceState, bool> isThere) => state switch
    {
        { HasFailed: true } => WatchEnd.Failed,
        { Status: "Stopped" } => WatchEnd.Stopped,
        { IsReady: true } when isThere(state) => WatchEnd.Ready,
        _ => null,
    };

    private void Tell(EasServiceState state, TimeSpan elapsed)
    {
        var now = FormattableString.Invariant(
            $"{state.Status}, {state.RunningInstance} of {Plain.Number(state.TotalInstance, "instance")} running");
        if (now != told)
            screen.WriteLine(Plain.Line($"  {Time(elapsed)}  {now}"));
        told = now;
    }

    // A network that is away for a while does not end the waiting.
    private async Task<EasServiceState?> LookAsync(CancellationToken interrupted)
    {
        try
        {
            var state = await connection.Client.DescribeServiceAsync(name, interrupted);
            TellEvent(state.IsReady ? null : await connection.Client.DescribeServiceEventAsync(name, "Warning", interrupted));
            return state;
        }
        catch (Exception problem) when (problem is HttpRequestException or EasApiException { IsDenied: false, IsNotFound: false })
        {
            var now = CallFailure.Describe(problem, connection);
            if (now != toldEvent)
                screen.WriteLine(Plain.Line($"         {now}"), Styles.Quiet);
            toldEvent = now;
            return null;
        }
    }

    private void TellEvent(IReadOnlyList<ServiceEvent>? events)
    {
        if (events is not [var newest, ..] || $"{newest.Reason}: {newest.Message}" is var now && now == toldEvent)
            return;
        screen.WriteLine(Plain.Line($"         {now}"), Styles.Quiet);
        toldEvent = now;
    }

    private static string Time(TimeSpan elapsed) => elapsed.ToString(@"mm\:ss", System.Globalization.CultureInfo.InvariantCulture);

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
