using System.Runtime.InteropServices;
using EasGen.AspNetCore.Calls;
using EasGen.AspNetCore.Starting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Shutdown;

/// <summary>
/// On SIGTERM the service is not ready at once, and keeps serving for the drain time before the server stops: the gateway
/// needs a few probes to notice. Any other end (Ctrl+C, a test, the app itself) does not wait.
/// </summary>
internal sealed partial class Drain(
    ShutdownPlan plan,
    DrainState state,
    RequestsInFlight requests,
    RunningCalls running,
    ProcessEnd process,
    ILogger<Drain> logger) : IHostedLifecycleService, IDisposable
{
    // A load that is interrupted, before there was any traffic, has nobody's answer to finish.
    private static readonly TimeSpan Politeness = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource cut = new();
    private readonly List<PosixSignalRegistration> signals = [];

    // The host registered its own handlers before this; the latest registration is called first, so we know why the host
    // stops before it does.
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Begin()));
        signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => cut.Cancel()));
        return Task.CompletedTask;
    }

    // The one moment when the host knows that it stops and the server still accepts connections.
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        requests.CutAfter(plan.Cut);
        if (!state.IsDraining || plan.Drain == TimeSpan.Zero)
            return;
        if (!state.WasOffered)
        {
            LogNothingServed();
            return;
        }

        LogDraining(plan.Drain.TotalSeconds);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, cut.Token);
        await Task.Delay(plan.Drain, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // The last moment before the predictor is disposed, which a call that nobody waits for any more would not survive.
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (!state.WasOffered)
            patience.CancelAfter(Politeness);
        await running.UntilNone(patience.Token).ConfigureAwait(false);
        var left = running.Count;
        if (left == 0)
            return;
        // Without a signal, as in a test, the process is not ours to end.
        if (!state.IsDraining && !cut.IsCancellationRequested)
            return;
        LogLeft(left);
        process.Exit();
    }

    private void Begin()
    {
        if (state.IsDraining)
            return;
        state.Begin();
        // A thread of its own: whatever holds up the host may hold up the pool too.
        new Thread(EndInTime) { IsBackground = true, Name = "EasGen shutdown" }.Start();
    }

    private void EndInTime()
    {
        Thread.Sleep(plan.End);
        LogTooLate(plan.End.TotalSeconds, requests.Count);
        process.Exit();
    }

    // The source of the cut stays: a signal may be on its way, and without a timer there is nothing to free.
    public void Dispose() => signals.ForEach(signal => signal.Dispose());

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(30, LogLevel.Information, "SIGTERM: no longer ready, serving for another {Seconds} s (Ctrl+C ends it now)")]
    partial void LogDraining(double seconds);

    [LoggerMessage(32, LogLevel.Information, "SIGTERM: nothing was served yet, so there is nothing to drain")]
    partial void LogNothingServed();

    [LoggerMessage(
        34,
        LogLevel.Warning,
        "Calls that heed no token still run: {Count}; the process ends now, and the predictor is not disposed while they use it")]
    partial void LogLeft(int count);

    [LoggerMessage(
        33,
        LogLevel.Warning,
        "The host has not stopped within {Seconds} s, and the grace period ends: the process ends now, with {Count} requests")]
    partial void LogTooLate(double seconds, int count);
}
