using System.Diagnostics;
using System.Runtime.InteropServices;
using EasGen.AspNetCore.Shutdown;
using EasGen.AspNetCore.Starting;
using EasGen.AspNetCore.Tests.Kit;
using EasGen.AspNetCore.Tests.Proofs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EasGen.AspNetCore.Tests;

/// <summary>
/// What a signal begins and what ends it. The signals are real, and reach all apps of the process: no other test runs meanwhile.
/// </summary>
[Collection(Alone.Name)]
public sealed class DrainTests : IDisposable
{
    private const string Draining = "SIGTERM: no longer ready, serving for another";

    // They end nothing here but what a test ends.
    private readonly PosixSignalRegistration[] caught =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, static signal => signal.Cancel = true),
        PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true),
    ];

    private readonly Ends ends = new();

    public void Dispose() => Array.ForEach(caught, static signal => signal.Dispose());

    [Fact]
    public async Task The_drain_lasts_as_long_as_it_is_declared()
    {
        await using var app = await Ready(App.Plain with { GracePeriodSeconds = 60, DrainSeconds = 1 });
        await Signal(app, "TERM");

        var drained = Stopwatch.StartNew();
        await DrainOf(app).StoppingAsync(CancellationToken.None);

        Assert.InRange(drained.Elapsed.TotalSeconds, 0.9, 20);
        Assert.Contains(app.Log.Entries, static entry => entry.Text == Draining + " 1 s (Ctrl+C ends it now)");
    }

    [Fact]
    public async Task Control_C_ends_it()
    {
        await using var app = await Ready(App.Plain with { GracePeriodSeconds = 600, DrainSeconds = 60 });
        await Signal(app, "TERM");
        var draining = DrainOf(app).StoppingAsync(CancellationToken.None);
        await app.Log.WaitFor(Draining);
        Assert.False(draining.IsCompleted);

        await Send("INT");

        await draining.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task The_host_ends_it_when_it_waits_no_longer()
    {
        await using var app = await Ready(App.Plain with { GracePeriodSeconds = 600, DrainSeconds = 60 });
        await Signal(app, "TERM");
        using var patience = new CancellationTokenSource();
        var draining = DrainOf(app).StoppingAsync(patience.Token);
        await app.Log.WaitFor(Draining);

        await patience.CancelAsync();

        await draining.WaitAsync(TimeSpan.FromSeconds(30));
        // So that its end does not drain it a second time.
        await Send("INT");
    }

    [Fact]
    public async Task Nothing_is_drained_of_a_service_that_was_not_ready_yet()
    {
        await using var app = await Start(
            static service => service.ReadinessProbe("/ready", timeoutSeconds: 3),
            App.Plain with { GracePeriodSeconds = 600, DrainSeconds = 60 });
        await Signal(app, "TERM");

        await DrainOf(app).StoppingAsync(CancellationToken.None);

        Assert.Contains(app.Log.Entries, static entry => entry.Text == "SIGTERM: nothing was served yet, so there is nothing to drain");
        Assert.DoesNotContain(app.Log.Entries, static entry => entry.Text.StartsWith(Draining, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 60)]
    public async Task Nothing_is_said_without_a_drain(bool isTerminated, int drainSeconds)
    {
        await using var app = await Ready(App.Plain with { GracePeriodSeconds = 600, DrainSeconds = drainSeconds });
        if (isTerminated)
            await Signal(app, "TERM");

        await DrainOf(app).StoppingAsync(CancellationToken.None);

        Assert.DoesNotContain(app.Log.Entries, static entry => entry.Text.StartsWith("SIGTERM", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requests_are_cut_off_although_nothing_is_drained()
    {
        await using var app = await Ready(App.Plain with { GracePeriodSeconds = 1, DrainSeconds = 0 });

        await DrainOf(app).StoppingAsync(CancellationToken.None);

        await app.Until(static app => app.Services.GetRequiredService<RequestsInFlight>().Cut.IsCancellationRequested);
    }

    [Fact]
    public async Task A_host_that_does_not_stop_in_time_is_ended_once()
    {
        await using var app = await Ready(App.Plain with { GracePeriodSeconds = 1, DrainSeconds = 0 });

        var alive = Stopwatch.StartNew();
        await Signal(app, "TERM");
        await Send("TERM");
        await app.Log.WaitFor("The host has not stopped within 0.875 s");
        await app.Until(_ => ends.Count > 0);
        Assert.InRange(alive.Elapsed.TotalSeconds, 0.8, 60);
        await Task.Delay(300);

        Assert.Equal(1, ends.Count);
        Assert.Equal(("EasGen shutdown", true), ends.Thread);
        Assert.Contains("the process ends now, with 0 requests", app.Log.Warnings.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_end_it_is_told_of_no_signal()
    {
        var ended = await Ready(App.Plain);
        var state = ended.Services.GetRequiredService<DrainState>();
        await ended.DisposeAsync();
        await using var app = await Ready(App.Plain with { DrainSeconds = 0 });

        await Signal(app, "TERM");

        Assert.False(state.IsDraining);
    }

    private Task<App> Ready(EasServiceDescription description) =>
        Start(static service => service.Predict<int, int>("/", static (_, number, _) => number), description);

    private Task<App> Start(Action<EasServiceBuilder<Scripted>> configure, EasServiceDescription description) =>
        App.Start(configure, description, builder => builder.Services
            .AddSingleton<ProcessEnd>(ends)
            .AddSingleton<IHostLifetime, Unsignalled>());

    private static Drain DrainOf(App app) => app.Services.GetServices<IHostedService>().OfType<Drain>().Single();

    private static async Task Signal(App app, string signal)
    {
        await Send(signal);
        await app.Until(static app => app.Services.GetRequiredService<DrainState>().IsDraining);
    }

    private static async Task Send(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{Environment.ProcessId}"]);
        await kill.WaitForExitAsync();
    }

    // A signal does not stop the app, so that each test asks for the drain alone.
    private sealed class Unsignalled : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Ends() : ProcessEnd(null!)
    {
        private int count;

        public int Count => Volatile.Read(ref count);

        public (string? Name, bool IsBackground) Thread { get; private set; }

        public override void Exit()
        {
            Thread = (System.Threading.Thread.CurrentThread.Name, System.Threading.Thread.CurrentThread.IsBackground);
            Interlocked.Increment(ref count);
        }
    }
}
