using EasGen.Core.Features;
using EasGen.Rehearsal.Traffic;

namespace EasGen.Rehearsal.Acts;

/// <summary>Whether a busy service stays healthy, and answers in time.</summary>
internal static class SteadyAct
{
    public static async Task PlayAsync(Stage stage, Answers answers, CancellationToken interrupted)
    {
        stage.Timeline.Add(null, EventKind.Act, Text($"steady: {stage.PerSecond:0.#} requests/s for {stage.Options.SteadyTime.TotalSeconds:0.#} s"));
        var from = stage.Timeline.Now;
        await Task.Delay(stage.Options.SteadyTime, interrupted);
        var to = stage.Timeline.Now;
        JudgeHealth(stage, answers, from, to);
        // What was not answered when the time was over still may be.
        JudgeAnswers(stage, answers, stage.Between(from, to));
    }

    private static void JudgeHealth(Stage stage, Answers answers, TimeSpan from, TimeSpan to)
    {
        var asked = stage.Timeline.Probes.Where(record => record.At >= from && record.At <= to).ToList();
        var failed = asked.Where(static record => !record.Answer.Succeeded).ToList();
        var restarted = stage.All.SelectMany(static instance => instance.Containers).FirstOrDefault(static container => container.Restarts > 0);
        if (failed.Count == 0 && restarted is null)
        {
            answers.Pass(
                Question.StaysHealthy,
                asked.Count == 0
                    ? "no check was due"
                    : Text($"all {asked.Count} checks succeeded, the slowest in {asked.Max(static record => record.Took).TotalMilliseconds:0} ms"));
            return;
        }
        var worst = failed.Find(static record => record.Probe.Kind == ProbeKind.Liveness) ?? failed.FirstOrDefault();
        var finding = restarted is not null
            ? $"an instance was restarted: {restarted.RestartReason}"
            : Text($"{failed.Count} of {asked.Count} checks failed ({worst!.Probe.Name}: {worst.Answer.Text}); ")
                + Text($"after {worst.Probe.FailureThreshold} in a row EAS ")
                + (worst.Probe.Kind == ProbeKind.Liveness ? "restarts the instance" : "sends it no requests");
        answers.Fail(Question.StaysHealthy, finding, Advice(worst));
    }

    private static RehearsalAdvice[] Advice(ProbeRecord? worst) =>
    [
        new(null, "let requests not take the threads that answer probes: bound them, as [Predict(MaxConcurrency = …)] does, or await what they wait for"),
        .. worst is null
            ? Array.Empty<RehearsalAdvice>()
            : [new(JsonPointer.Spoken(worst.Probe.At(Probe.TimeoutSeconds)), "or give a check more time than a busy program needs")],
    ];

    private static void JudgeAnswers(Stage stage, Answers answers, IReadOnlyList<Exchange> exchanges)
    {
        if (exchanges.Count == 0)
        {
            answers.Skip(Question.Answers, "no request was answered while it was watched; watch it for longer, or send more");
            return;
        }
        var seen = Text($"{exchanges.Count} requests, {Latency.Of(exchanges)?.ToString() ?? "none answered"}")
            + (stage.Options.Requests.Count == 0 ? "; GET / alone, as no request was given" : "");
        var limit = stage.Service.ResponseTimeout;
        if (Of(exchanges, ExchangeOutcome.TimedOut) is > 0 and var late)
            answers.Fail(
                Question.Answers,
                Text($"{late} of {exchanges.Count} requests were not answered within {limit.TotalSeconds:0.###} s; {seen}"),
                new RehearsalAdvice(JsonPointer.Spoken(RequestHandling.TimeoutSeconds.At("")), "raise it, in milliseconds", "EAS0620"),
                new RehearsalAdvice(null, "or let a request take less time, or more of them run at once"));
        else if (exchanges.FirstOrDefault(static exchange => exchange.Outcome == ExchangeOutcome.Rejected) is { Status: var status })
            answers.Fail(
                Question.Answers,
                Text($"{Of(exchanges, ExchangeOutcome.Rejected)} of {exchanges.Count} requests were refused with {status}"),
                new RehearsalAdvice(null, "give a request that the service takes; --request names its body, --path where it goes"));
        else if (exchanges.Count(static exchange => exchange.IsFailure) is > 0 and var failures)
            answers.Fail(
                Question.Answers,
                Text($"{failures} of {exchanges.Count} requests failed: {Outcomes.Of(exchanges)}"),
                new RehearsalAdvice(null, "see what the program says of them"));
        else if (Of(exchanges, ExchangeOutcome.TurnedAway) is > 0 and var turned)
            answers.Pass(Question.Answers, Text($"{turned} of {exchanges.Count} were turned away by a limit; {seen}"));
        else
            answers.Pass(Question.Answers, seen);
    }

    private static int Of(IReadOnlyList<Exchange> exchanges, ExchangeOutcome outcome) =>
        exchanges.Count(exchange => exchange.Outcome == outcome);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
