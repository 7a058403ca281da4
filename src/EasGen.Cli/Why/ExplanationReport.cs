using EasGen.Api;
using EasGen.Cli.Live;
using EasGen.Cli.Terminal;
using Spectre.Console;

namespace EasGen.Cli.Why;

/// <summary>An explanation on one screen: the likely cause, what was seen, what to change.</summary>
internal sealed class ExplanationReport
{
    private const int Events = 6;
    private const int Instances = 4;
    private const int Lines = 5;
    private const int Width = 180;

    private static readonly Style Bad = new(Color.Red, decoration: Decoration.Bold);

    private readonly Evidence evidence;
    private readonly Screen output;

    private ExplanationReport(Evidence evidence, Screen output) => (this.evidence, this.output) = (evidence, output);

    public static void Write(Explanation explanation, Screen output) =>
        new ExplanationReport(explanation.Evidence, output).Write(explanation.Causes);

    private ObservedService Service => evidence.Service;

    // One that runs is asked about only with what a caller was answered.
    private bool IsAsked => !Service.State.IsReady || evidence.Answer is not null;

    private void Write(IReadOnlyList<Cause> causes)
    {
        Line(StateLine.Of(Service), indent: 0);
        if (causes.Count > 0)
            Line($"Likely cause: {causes[0].Text}", Bad, indent: 0);
        else if (IsAsked)
            Line($"No cause is known of what was seen. Looked at: {evidence.LookedAt}", indent: 0);
        foreach (var other in causes.Skip(1))
            Line($"Seen too: {other.Text}", indent: 0);
        if (IsAsked || causes.Count > 0)
            WriteEvidence();
        if (causes.Count == 0)
            return;
        Title("What to change");
        foreach (var cause in causes)
        {
            // Apart: a setting may be called as a secret is.
            output.Write(cause.Setting is { } setting ? $"  {Service.Shown(setting)}: " : "  ");
            output.WriteLine(Service.Shown(cause.Change));
            if (cause.Rule is { } rule)
                output.WriteLine($"  easgen rules {rule.Id}  {rule.HelpLink}", Styles.Quiet);
        }
    }

    private void WriteEvidence()
    {
        Title("Seen");
        var said = evidence.Observations;
        Line(said[0].Text);
        var warnings = said.Where(static one => one.Source == Source.Event).OrderBy(static one => EventTime.Of(one.Time)).ToArray();
        foreach (var warning in warnings.Take(Events))
            Line($"{warning.Time ?? "at some time"}  {Times(warning.Count)}{warning.Text}");
        More(warnings.Length - Events, "warning");
        if (evidence.OlderWarnings > 0)
            Line($"{Plain.Number(evidence.OlderWarnings, "warning")} of earlier versions left out", Styles.Quiet);
        foreach (var instance in evidence.Instances.OrderByDescending(static one => one.RestartCount).Take(Instances))
            Line(InstanceLine.Of(instance));
        More(evidence.Instances.Count - Instances, "instance");
        foreach (var diagnosis in evidence.Diagnoses.Take(2))
            Line($"diagnosis: {Words(diagnosis)}");
        var log = evidence.PreviousLog.Count > 0 ? evidence.PreviousLog : evidence.Log;
        foreach (var line in log.TakeLast(Lines))
            Line($"{(evidence.PreviousLog.Count > 0 ? "log before the restart" : "log")}: {line.TrimEnd()}");
        if (evidence.Answer is { } answer)
            Line($"answer: {answer}");
        foreach (var missing in evidence.Missing)
            Line(missing);
    }

    // In front: a long text is cut.
    private static string Times(int count) => count == 1 ? "" : FormattableString.Invariant($"{count} times  ");

    private static string Words(Diagnosis diagnosis) =>
        string.Join("; ", ((string?[])[diagnosis.Error, .. diagnosis.Causes ?? [], .. diagnosis.Advices ?? []]).OfType<string>());

    private void More(int count, string of)
    {
        if (count > 0)
            Line($"and {Plain.Number(count, $"more {of}")}", Styles.Quiet);
    }

    private void Title(string text)
    {
        output.WriteLine();
        output.WriteLine(text, Styles.Strong);
    }

    private void Line(string text, Style? style = null, int indent = 2)
    {
        var shown = Service.Shown(text);
        output.WriteLine(new string(' ', indent) + (shown.Length > Width ? $"{shown.AsSpan(0, Width - 1)}…" : shown), style);
    }
}
