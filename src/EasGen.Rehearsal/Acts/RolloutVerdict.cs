using EasGen.Core.Features;
using EasGen.Core.Rules;
using EasGen.Rehearsal.Instances;
using EasGen.Rehearsal.Traffic;
using static System.FormattableString;

namespace EasGen.Rehearsal.Acts;

/// <summary>What rollouts have shown: how instances go, and what becomes of requests meanwhile.</summary>
internal sealed class RolloutVerdict(Stage stage, Answers answers, int unexpected)
{
    private RehearsedService Service => stage.Service;

    private double Grace => Service.GracePeriod.TotalSeconds;

    /// <param name="from">When the first rollout began.</param>
    /// <param name="times">How long each took until the new instances were ready.</param>
    /// <param name="pause">Why EAS would pause the update; null for nothing.</param>
    public void Add(TimeSpan from, IReadOnlyList<TimeSpan> times, string? pause)
    {
        AddDepartures(from);
        if (pause is not null)
        {
            foreach (var question in new[] { Question.RolloutAtSigterm, Question.RolloutByReadiness })
                answers.Fail(
                    question,
                    $"EAS would pause the update: {pause}",
                    Advice.Program("let an instance start while others run, which hold files, ports and memory"));
            return;
        }
        if (times.Count == 0)
        {
            answers.SkipRest(Question.Usual, "no rollout was asked for");
            return;
        }
        Judge(Question.RolloutAtSigterm, Withdrawn.AtSigterm, from, times);
        Judge(Question.RolloutByReadiness, Withdrawn.ByReadiness, from, times);
    }

    public void AddDepartures(TimeSpan from)
    {
        var gone = stage.All.Select(static instance => instance.Departure).OfType<Departure>().Where(left => left.At >= from).ToList();
        if (gone.Count == 0)
            answers.Skip(Question.Stops, "no instance was to go");
        else if (!Service.SendsSigterm)
            answers.Skip(Question.Stops, Invariant($"EAS sends no SIGTERM, so nothing tells it; it is killed after {Grace} s"));
        else if (gone.Count(static left => left.WasKilled) is > 0 and var killed)
            answers.Fail(
                Question.Stops,
                Invariant($"{killed} of {gone.Count} were killed after {Grace} s, with {gone.Sum(static left => left.InFlight)} requests"),
                AtGrace("raise it above what the program needs to end"),
                Advice.Program(
                    "or let the program end on SIGTERM, sooner: HostOptions.ShutdownTimeout is its limit",
                    CompilerRules.EAS1018_ShutdownFitsGracePeriod));
        else
            answers.Pass(
                Question.Stops,
                Invariant($"after {gone.Max(static left => left.Took).TotalSeconds:0.0} s at most of {Grace} s, ")
                    + $"with code {string.Join(", ", gone.Select(static left => Invariant($"{left.Code}")).Distinct())}");
    }

    private void Judge(Question question, Withdrawn reading, TimeSpan from, IReadOnlyList<TimeSpan> times)
    {
        var all = stage.Between(from, stage.Timeline.Now).Where(exchange => exchange.Router == reading).ToList();
        var lost = all.Where(exchange => exchange.IsLost || (exchange.Outcome == ExchangeOutcome.TimedOut && IsOfGoing(exchange))).ToList();
        var took = Invariant($"{times.Count} rollout{(times.Count == 1 ? "" : "s")} of {stage.Count} instances, ")
            + Invariant($"{times.Max().TotalSeconds:0.0} s at most");
        if (all.Count == 0)
            answers.Skip(question, "no request was sent meanwhile; send more of them");
        else if (unexpected > 0)
            answers.Fail(question, Invariant($"{unexpected} answers of both readings were successes and not what was expected, in {took}"));
        else if (lost.Count == 0)
            answers.Pass(question, Invariant($"none of {all.Count} in {took}"));
        else
            answers.Fail(
                question,
                Invariant($"{lost.Count} of {all.Count} in {took}: {Outcomes.Of(lost)}; {When(lost[0])}"),
                [.. AdviceFor(lost)]);
    }

    private string When(Exchange lost)
    {
        var at = Invariant($"the first after {lost.At.TotalSeconds:0.0} s");
        if (stage.All.Find(instance => instance.Number == lost.Instance) is not { } instance)
            return at;
        return instance.Departure is { } left && lost.At + lost.Took >= left.At
            ? Invariant($"{at}, {(lost.At + lost.Took - left.At).TotalSeconds:0.0} s after instance {instance.Number} was to go")
            : Invariant($"{at}, by instance {instance.Number}, which was not to go");
    }

    private IEnumerable<RehearsalAdvice> AdviceFor(List<Exchange> lost)
    {
        if (lost.Exists(static exchange => exchange.Outcome == ExchangeOutcome.NoInstance))
            yield return Advice.At(
                RollingUpdate.MaxUnavailable.At(""), "let an instance stay, or have more of them", RollingUpdate.EAS0614_InstancesStay);
        if (lost.Exists(exchange => exchange.Instance is not null && !IsOfGoing(exchange)))
            yield return Advice.At(
                Service.First.At(Probe.Readiness), "let readiness succeed only once the program answers requests");
        if (!lost.Exists(IsOfGoing))
            yield break;
        if (!Service.SendsSigterm)
        {
            yield return Advice.At(
                GracefulShutdown.SendSigterm.At(""),
                "set it to true, and let the program go on serving for a while after SIGTERM",
                GracefulShutdown.EAS0604_DrainNeedsSigterm);
            yield break;
        }
        if (lost.Exists(static exchange => exchange.WasTerminating))
            yield return OfDrain(Service.First.Readiness!);
        if (lost.Exists(static exchange => !exchange.WasTerminating))
            yield return Advice.Program("let the program finish the requests that it has when SIGTERM comes");
        if (stage.All.Exists(static instance => instance.Departure?.WasKilled is true))
            yield return AtGrace("raise it above the time of a request and of the shutdown");
    }

    private static RehearsalAdvice OfDrain(RehearsedProbe readiness)
    {
        var text = Invariant($"an instance that is to go stays in the traffic for up to {readiness.TimeToFail.TotalSeconds} s: ")
            + "let it serve for longer than that after SIGTERM, and answer its readiness probe with 503 meanwhile";
        return readiness.IsImplied
            ? Advice.At(readiness.Pointer, $"add one, as a port stays open until the end: {text}", Withdrawal.EAS0709_ReadinessFailsInTime)
            : Advice.At(readiness.At(Probe.ReadinessPeriodSeconds), text, Withdrawal.EAS0709_ReadinessFailsInTime);
    }

    private static RehearsalAdvice AtGrace(string text) =>
        Advice.At(GracefulShutdown.Seconds.At(""), text, GracefulShutdown.EAS0602_GracePeriodIsUsual);

    // A request that came before the instance was to go may be lost when it does.
    private bool IsOfGoing(Exchange lost) => lost.WasTerminating
        || stage.All.Find(instance => instance.Number == lost.Instance)?.Departure is { } left && lost.At + lost.Took >= left.At;
}
