using System.Globalization;
using System.Text;

namespace EasGen.Rehearsal.Reports;

/// <summary>The report for people.</summary>
internal static class TextReport
{
    public static string Write(RehearsalReport report)
    {
        var text = new StringBuilder();
        foreach (var answer in report.Answers)
            Write(answer, text);
        return text.Append(Verdict(report)).ToString();
    }

    /// <summary>The last line.</summary>
    public static string Verdict(RehearsalReport report)
    {
        var failed = report.Answers.Count(static answer => answer.Outcome == RehearsalOutcome.Failed);
        var open = report.Answers.Count(static answer => answer.Outcome == RehearsalOutcome.NotPlayed);
        return failed == 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Service} passed in {report.Duration.TotalSeconds:0} s{(open == 0 ? "" : $"; {open} questions were not played")}.")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Service} failed {failed} of {report.Answers.Count} questions in {report.Duration.TotalSeconds:0} s.");
    }

    /// <summary>The word for an outcome.</summary>
    public static string Word(RehearsalOutcome outcome) => outcome switch
    {
        RehearsalOutcome.Passed => "pass",
        RehearsalOutcome.Failed => "FAIL",
        _ => "–",
    };

    /// <summary>One piece of advice in one line.</summary>
    public static string Line(RehearsalAdvice advice) =>
        $"{(advice.Setting is null ? "" : $"{advice.Setting}: ")}{advice.Text}{(advice.Rule is null ? "" : $" ({advice.Rule})")}";

    private static void Write(RehearsalAnswer answer, StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"{Word(answer.Outcome),-4}  {answer.Question}\n");
        text.Append(CultureInfo.InvariantCulture, $"      {answer.Finding.Replace("\n", "\n      ", StringComparison.Ordinal)}\n");
        foreach (var advice in answer.Advice)
            text.Append(CultureInfo.InvariantCulture, $"      → {Line(advice)}\n");
    }
}
