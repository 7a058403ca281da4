using System.Diagnostics;
using EasGen.AspNetCore.Http;
using EasGen.AspNetCore.Shutdown;
using EasGen.AspNetCore.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EasGen.AspNetCore.Probes;

/// <summary>Answers the probes of one path, in time and never with anything but 200 or 503.</summary>
internal sealed class ProbeEndpoint<TService>(
    string serviceName,
    EasProbeBuilder<TService> probe,
    PredictorCheck<TService> check,
    DrainState drain,
    EasMetrics metrics,
    HealthCheckService health)
    where TService : class
{
    /// <summary>
    /// How many rounds of checks may be under way: more than one, so that one that hangs is not the last; and few, as
    /// each may hold a thread.
    /// </summary>
    public const int MostRounds = 3;

    private readonly string serviceName = serviceName;
    private readonly EasProbeBuilder<TService> probe = probe;

    // An answer at the very end of EAS's patience would arrive after it: our description is lost, only a timeout is seen.
    private readonly TimeSpan timeout = probe.Timeout * 0.9;
    private readonly string tag = EasHealthTags.Of(probe.Kind);
    private readonly Lock gate = new();
    private readonly List<Round> rounds = [];

    /// <summary>Probes that share a path are green together: the first that is red is the answer.</summary>
    public static async Task Answer(HttpContext context, ProbeEndpoint<TService>[] probes)
    {
        LeaveOutOfTraces(context);
        var started = Stopwatch.GetTimestamp();
        var answered = probes[0];
        var (status, description) = await answered.Ask().ConfigureAwait(false);
        foreach (var other in probes.Skip(1))
        {
            if (status == HealthStatus.Unhealthy)
                break;
            var (otherStatus, otherDescription) = await other.Ask().ConfigureAwait(false);
            if (otherStatus == HealthStatus.Unhealthy)
                (answered, status, description) = (other, otherStatus, otherDescription);
        }

        context.Response.StatusCode = status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        context.Response.Headers.CacheControl = "no-store";
        var answer = ProbeAnswer.From(answered.serviceName, answered.probe.Kind, status, description, Stopwatch.GetElapsedTime(started));
        await context.WriteJson(answer, EasJsonContext.Default.ProbeAnswer, "application/json").ConfigureAwait(false);
    }

    private async Task<(HealthStatus Status, string? Description)> Ask()
    {
        var answer = await AskChecks().ConfigureAwait(false);
        metrics.Probed(probe.Kind, answer.Status != HealthStatus.Unhealthy);
        return answer;
    }

    private async Task<(HealthStatus Status, string? Description)> AskChecks()
    {
        // The health check service logs every red answer as an error. That a service is still loading or about to leave is none.
        if (check.StateVerdict() is { Status: HealthStatus.Unhealthy } verdict)
            return (verdict.Status, verdict.Description);

        if (CurrentRound() is not { } round)
            return (HealthStatus.Unhealthy, $"the checks hang: {MostRounds} runs of them have not ended");

        try
        {
            var report = await round.Report.WaitAsync(round.Left(timeout)).ConfigureAwait(false);
            if (probe.Kind == ProbeKind.Readiness && report.Status != HealthStatus.Unhealthy)
                drain.Offer();
            return (report.Status, Describe(report));
        }
        catch (TimeoutException)
        {
            round.IsLate = true;
            return (HealthStatus.Unhealthy, $"no answer from the checks within {timeout.TotalSeconds:0.#} s");
        }
        catch (Exception exception)
        {
            return (HealthStatus.Unhealthy, $"the checks threw {exception.GetType().Name}: {exception.Message}");
        }
    }

    // Probes that come at the same time share a round. One that is late is left behind, so that a check that hangs once is not
    // red for ever; its verdict counts no more, so that a check that is always late is always red.
    private Round? CurrentRound()
    {
        lock (gate)
        {
            rounds.RemoveAll(static round => round.Report.IsCompleted);
            if (rounds.LastOrDefault() is { } running && !running.IsLate)
                return running;
            if (rounds.Count == MostRounds)
                return null;

            var next = new Round(Check(), Stopwatch.GetTimestamp());
            rounds.Add(next);
            return next;
        }
    }

    private Task<HealthReport> Check() => Task.Run(async () =>
    {
        using var patience = new CancellationTokenSource(timeout);
        return await health.CheckHealthAsync(registration => registration.Tags.Contains(tag), patience.Token).ConfigureAwait(false);
    });

    private string? Describe(HealthReport report)
    {
        var reasons = report.Entries
            .Where(entry => entry.Value.Status == report.Status && entry.Value.Description is not null)
            .Select(entry => entry.Key == tag ? entry.Value.Description : $"{entry.Key}: {entry.Value.Description}")
            .ToList();
        return reasons.Count == 0 ? null : string.Join("; ", reasons);
    }

    private static void LeaveOutOfTraces(HttpContext context)
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { } activity)
            return;
        activity.IsAllDataRequested = false;
        activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }

    private sealed class Round(Task<HealthReport> report, long started)
    {
        public Task<HealthReport> Report => report;

        public volatile bool IsLate;

        public TimeSpan Left(TimeSpan timeout) =>
            TimeSpan.FromTicks(Math.Max(0, (timeout - Stopwatch.GetElapsedTime(started)).Ticks));
    }
}
