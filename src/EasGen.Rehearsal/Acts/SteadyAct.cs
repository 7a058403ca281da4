using EasGen.Core.Features;
using EasGen.Rehearsal.Traffic;
using static System.FormattableString;

namespace EasGen.Rehearsal.Acts;

/// <summary>Whether a busy service stays healthy, and answers in time.</summary>
internal static class SteadyAct
{
    private static readonly RehearsalAdvice Bound = Advice.Program(
        "let requests not take the threads that answer probes: bound them, as [Predict(MaxConcurrency = …)] does, "
        + "or await what they wait for");

    public static async Task PlayAsync(Stage stage, Load load, Answers answers, CancellationToken interrupted)
    {
        var time = stage.Options.SteadyTime;
        stage.Timeline.Add(null, EventKind.Act, Invariant($"steady: {stage.PerSecond:0.#} requests/s for {time.TotalSeconds:0.#} s"));
        var from = stage.Timeline.Now;
        await Task.Delay(time, interrupted);
        var to = stage.Timeline.Now;
        JudgeHealth(stage, answers, from, to);
        // What was not answered when the time was over still may be.
        await stage.Router.SettleAsync(to, interrupted);
        JudgeAnswers(stage, load, answers, stage.Between(from, to));
    }

    private static void JudgeHealth(Stage stage, Answers answers, TimeSpan from, TimeSpan to)
    {
        var asked = stage.Timeline.Probes.Where(record => record.At >= from && record.At <= to).ToList();
        var failed = asked.Where(static record => !record.Answer.Succeeded).ToList();
        // One check that fails has no consequences; of checks that mostly fail it is a matter of time.
        var worst = failed
            .GroupBy(static record => (record.Instance, record.Probe))
            .Where(group => 2 * group.Count() > asked.Count(record => (record.Instance, record.Probe) == group.Key))
            .MinBy(static group => group.Key.Probe.Kind == ProbeKind.Liveness ? 0 : 1);
        RehearsalAdvice[] advice = worst is null ? [Bound] : [Bound, MoreTime(worst.Key.Probe)];
        var containers = stage.All.SelectMany(static instance => instance.Containers);
        if (containers.FirstOrDefault(static container => container.Restarts > 0) is { } restarted)
        {
            answers.Fail(Question.StaysHealthy, $"an instance was restarted: {restarted.RestartReason}", advice);
            return;
        }
        if (worst is null)
        {
            answers.Pass(Question.StaysHealthy, asked.Count == 0 ? "no check was due" : Seen(asked, failed.Count));
            return;
        }
        var (instance, probe) = worst.Key;
        answers.Fail(
            Question.StaysHealthy,
            Invariant($"{worst.Count()} checks of instance {instance} failed ({probe.Name}: {worst.First().Answer.Text}); ")
                + Invariant($"after {probe.FailureThreshold} in a row EAS ")
                + (probe.Kind == ProbeKind.Liveness ? "restarts the instance" : "sends it no requests"),
            advice);
    }

    private static RehearsalAdvice MoreTime(RehearsedProbe probe) =>
        Advice.At(probe.At(Probe.TimeoutSeconds), "or give a check more time than a busy program needs");

    private static string Seen(List<ProbeRecord> asked, int failed)
    {
        var slowest = Invariant($"the slowest took {asked.Max(static record => record.Took).TotalMilliseconds:0} ms");
        return failed == 0
            ? Invariant($"all {asked.Count} checks succeeded, {slowest}")
            : Invariant($"{asked.Count - failed} of {asked.Count} checks succeeded, {slowest}; those that failed were too few to matter");
    }

    private static void JudgeAnswers(Stage stage, Load load, Answers answers, IReadOnlyList<Exchange> exchanges)
    {
        if (exchanges.Count == 0)
        {
            answers.Skip(Question.Answers, "no request was answered while it was watched; watch it for longer, or send more");
            return;
        }
        var limit = stage.Service.ResponseTimeout;
        var seen = Invariant($"{exchanges.Count} requests, {Latency.Of(exchanges)?.ToString() ?? "none answered"} ")
            + Invariant($"of {limit.TotalMilliseconds:0} ms")
            + (load.Skipped > 0 ? Invariant($"; {load.Skipped} more were not sent, as too many were not answered yet") : "")
            + (stage.Options.Requests.Count == 0 ? "; GET / alone, as no request was given" : "");
        if (Of(exchanges, ExchangeOutcome.TimedOut) is > 0 and var late)
            answers.Fail(
                Question.Answers,
                Invariant($"{late} of {exchanges.Count} requests were not answered within {limit.TotalSeconds:0.###} s; {seen}"),
                Advice.At(
                    RequestHandling.TimeoutSeconds.At(""), "raise it, in milliseconds", RequestHandling.EAS0620_TimeoutIsPositive),
                Advice.Program("or let a request take less time, or more of them run at once"));
        else if (exchanges.FirstOrDefault(static exchange => exchange.Outcome == ExchangeOutcome.Rejected) is { Status: var status })
            answers.Fail(
                Question.Answers,
                Invariant($"{Of(exchanges, ExchangeOutcome.Rejected)} of {exchanges.Count} requests were refused with {status}"),
                Advice.Program("give a request that the service takes; --request names its body, --path where it goes"));
        else if (exchanges.Count(static exchange => exchange.IsFailure) is > 0 and var failures)
            answers.Fail(
                Question.Answers,
                Invariant($"{failures} of {exchanges.Count} requests failed: {Outcomes.Of(exchanges)}"),
                Advice.Program("see what the program says of them"
                    + (stage.HasNamespaces ? "; in a network namespace nothing else is in reach, which --network machine changes" : "")));
        else if (Of(exchanges, ExchangeOutcome.TurnedAway) is > 0 and var turned)
            answers.Pass(Question.Answers, Invariant($"{turned} of {exchanges.Count} were turned away by a limit; {seen}"));
        else
            answers.Pass(Question.Answers, seen);
    }

    private static int Of(IReadOnlyList<Exchange> exchanges, ExchangeOutcome outcome) =>
        exchanges.Count(exchange => exchange.Outcome == outcome);
}
