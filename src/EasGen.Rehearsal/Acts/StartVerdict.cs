using EasGen.Core.Features;
using EasGen.Rehearsal.Instances;
using static System.FormattableString;

namespace EasGen.Rehearsal.Acts;

/// <summary>What the start has shown: whether the program runs, where it listens, what its probes answer and how long it takes.</summary>
internal sealed class StartVerdict(Stage stage, Answers answers)
{
    public void Add(StartFailure? failure)
    {
        if (failure?.Kind is StartFailureKind.DoesNotStart or StartFailureKind.Ended)
        {
            answers.Fail(Question.Runs, Ending(failure), [AdviceForEnd(failure), .. OfNamespace()]);
            return;
        }
        answers.Pass(Question.Runs, Number(stage.All.Count, "instance") + " of " + stage.Service.Name);
        if (failure is null)
        {
            answers.Pass(Question.Listens, WhereItListens());
            Redirects();
            answers.Pass(Question.InTime, Times());
            return;
        }
        var refused = failure.Answers.LastOrDefault(static record => record.Answer.IsRefused);
        if (refused is not null)
        {
            if (ListenVerdict.Fail(answers, failure, refused.Probe))
                return;
        }
        else
        {
            answers.Pass(Question.Listens, WhereItListens());
            if (FailToAnswer(failure))
                return;
        }
        answers.Fail(Question.InTime, Late(failure), [.. MoreTime(failure), .. OfNamespace()]);
    }

    // Everything is where it should be.
    private string WhereItListens() => Invariant($"on port {stage.Service.First.Port}")
        + (stage.IsAlone ? ", whatever LISTENING_PORT says" : stage.HasNamespaces ? ", each instance in a network namespace" : "");

    private void Redirects()
    {
        var redirected = stage.Probes.FirstOrDefault(static record => record.Answer is { Succeeded: true, Status: >= 300 });
        if (redirected is null)
            answers.Pass(
                Question.Probes, string.Join(", ", stage.Service.Containers.SelectMany(static one => one.Probes).Select(AnswerOf)));
        else
            answers.Fail(
                Question.Probes,
                $"{redirected.Probe.Call} answers {redirected.Answer.Text}, which counts as a success, whatever the service does",
                Advice.At(redirected.Probe.At(Probe.Path), "name the path that the redirect leads to, on plain HTTP"),
                Advice.Program("or leave the probe's path out of the redirection, such as UseHttpsRedirection"));
    }

    private string AnswerOf(RehearsedProbe probe) =>
        $"{probe.Name} {stage.Probes.LastOrDefault(record => record.Probe == probe)?.Answer.Text ?? "not asked yet"}";

    // It answers, but not so that the probe is content: the path may be the wrong one.
    private bool FailToAnswer(StartFailure failure)
    {
        var wrong = failure.Answers.LastOrDefault(static record => record.Answer is { Succeeded: false, Status: >= 400 and < 500 });
        if (wrong is null)
        {
            answers.Pass(
                Question.Probes,
                string.Join(", ", failure.Answers.Select(static record => $"{record.Probe.Name} {record.Answer.Text}")));
            return false;
        }
        answers.Fail(
            Question.Probes,
            $"{wrong.Probe.Call} answers {wrong.Answer.Text}",
            wrong.Answer.Status == 404
                ? Advice.At(
                    wrong.Probe.At(Probe.Path), "name a path that the program maps in Production too", Probe.EAS0708_PathIsInProduction)
                : Advice.At(wrong.Probe.At(Probe.Path), "name a path that anyone may call"));
        return true;
    }

    private string Times()
    {
        var slowest = stage.All.Max(static instance => instance.ReadyAt - instance.StartedAt) ?? TimeSpan.Zero;
        var budget = stage.Service.Containers.Select(static container => container.Startup).OfType<RehearsedProbe>()
            .Select(static probe => probe.Budget)
            .DefaultIfEmpty(TimeSpan.Zero)
            .Max();
        return budget > TimeSpan.Zero
            ? Invariant($"ready after {slowest.TotalSeconds:0.0} s of {budget.TotalSeconds:0.#} s") + Waited(slowest)
            : Invariant($"ready after {slowest.TotalSeconds:0.0} s; without a startup probe nothing limits it");
    }

    // A program that just missed a check waits for the next one, at each start and in each rollout.
    private string Waited(TimeSpan took) => stage.Service.First.Startup is { Period.TotalSeconds: >= 5 } startup && took >= startup.Period
        ? Invariant($"; {JsonPointer.Spoken(startup.At(Probe.PeriodSeconds))} is {startup.Period.TotalSeconds:0}, ")
            + "so that up to as many of them were a wait for the next check"
        : "";

    private static string Late(StartFailure failure) => failure.Answers is [.., var last]
        ? $"{failure.Text}; at last {last.Probe.Name} was answered: {last.Answer.Text}{(last.Answer.IsRefused ? LastLines(failure) : "")}"
        : failure.Text;

    private static RehearsalAdvice[] MoreTime(StartFailure failure)
    {
        var container = failure.Container;
        if (container.Startup is { } startup && failure.Kind == StartFailureKind.StartupProbeFailed)
            return
            [
                Advice.At(
                    startup.At(Probe.StartupFailureThreshold),
                    Invariant($"raise it: the start gets {startup.Period.TotalSeconds} s more for each")),
                Advice.Program("or load less before the first answer"),
            ];
        if (failure.Kind == StartFailureKind.KilledByLiveness)
            return [Advice.At(container.At(Probe.Startup), "add a startup probe: until it succeeds, no liveness probe kills anything")];
        const string answer = "let the program answer its readiness probe with 200 once it can serve";
        return [container.Readiness is { } readiness ? Advice.At(readiness.Pointer, answer) : Advice.Program(answer)];
    }

    private static string Ending(StartFailure failure)
    {
        var what = Invariant($"container {failure.Container.Index} {failure.Text}");
        return LastLines(failure) is { Length: > 0 } lines ? what + lines : $"{what}, and has said nothing";
    }

    // What was wrong, not where in the program.
    private static string LastLines(StartFailure failure)
    {
        var lines = failure.LastLines.Where(static line => line.Length > 0 && !line.TrimStart().StartsWith("at ", StringComparison.Ordinal))
            .TakeLast(8)
            .ToList();
        return lines.Count == 0 ? "" : $"; its last lines:\n{string.Join('\n', lines.Select(static line => $"  {line}"))}";
    }

    private RehearsalAdvice AdviceForEnd(StartFailure failure)
    {
        if (!failure.IsAboutPort || (stage.HasNamespaces && stage.Service.Containers.Count == 1))
            return Advice.Program("mend what its last lines say; EAS would start it again and again");
        return Advice.Program(stage.HasNamespaces
            ? "another container of the instance has the port: give each its own"
            : "another program has the port: end it, or let this one take its port from LISTENING_PORT");
    }

    private IEnumerable<RehearsalAdvice> OfNamespace() => stage.HasNamespaces
        ? [Advice.Program("or, as in a network namespace nothing else is in reach, rehearse it with --network machine if it needs others")]
        : [];

    private static string Number(int count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");
}
