using System.Globalization;
using System.Text;
using EasGen.Cli.Fixing;
using EasGen.Cli.Rules;
using EasGen.Cli.Terminal;
using Spectre.Console.Rendering;

namespace EasGen.Cli.Check;

/// <summary>
/// For people: the place, what is wrong and the way out; the line with the value underlined; and, once for each rule, why it
/// is there.
/// </summary>
internal sealed class TextReport : IReport
{
    private readonly HashSet<Rule> explained = [];

    public void Write(CheckResult result, Screen output)
    {
        foreach (var file in result.Told)
        {
            foreach (var mended in file.Mended)
                Write(file.Name, mended, output);
            foreach (var located in file.Findings)
                Write(file.Name, located, output);
        }
        output.WriteLine(Summary(result), Styles.Strong);
        if (result.Known is { Gone: > 0 and var gone })
            output.WriteLine(
                $"{Plain.Number(gone, "finding")} of the baseline no longer found; --write-baseline writes it anew",
                Styles.Quiet);
    }

    private void Write(string name, LocatedFinding located, Screen output)
    {
        output.Write(
            string.Create(CultureInfo.InvariantCulture, $"{Plain.Line(name)}:{located.Place.Line}:{located.Place.Column}: "),
            Styles.Strong);
        output.Write($"{SeverityWord.Of(located.Severity)} {located.Rule.Id}: ", Severities.StyleOf(located.Severity));
        output.WriteLine(Plain.Line(located.Message));
        WriteLineOf(located, output);
        if (located.FixLine is { } fix)
            output.WriteLine($"       {Plain.Line(fix)}");
        output.WriteLine(
            explained.Add(located.Rule) ? $"       why: {RulePages.Why(located.Rule)}" : $"       why: easgen rules {located.Rule.Id}",
            Styles.Quiet);
        output.WriteLine();
    }

    private static void Write(string name, MendedFinding mended, Screen output)
    {
        output.Write($"{Plain.Line(name)}: ", Styles.Strong);
        output.Write($"fixed {mended.Rule}: ", Styles.Strong);
        output.WriteLine(Plain.Line($"'{JsonPointer.Spoken(mended.Pointer)}': {mended.Fix}"));
    }

    private static void WriteLineOf(LocatedFinding located, Screen output)
    {
        var place = located.Place;
        output.Write($"{place.Line.ToString(CultureInfo.InvariantCulture),5}", Styles.Quiet);
        output.Write(" | ", Styles.Quiet);
        output.WriteLine(place.Text);
        output.Write("      | ", Styles.Quiet);
        output.WriteLine(
            Blank(place.Text[..place.Start])
                + new string('^', Cells(place.Text.Substring(place.Start, Math.Min(place.Marked, place.Text.Length - place.Start)))),
            Severities.StyleOf(located.Severity));
    }

    // Tabs stay, so that the mark stands below the value however wide they are.
    private static string Blank(string text) => text.Contains('\t', StringComparison.Ordinal)
        ? string.Join('\t', text.Split('\t').Select(BlankWithoutTabs))
        : BlankWithoutTabs(text);

    private static string BlankWithoutTabs(string text) => new(' ', text.Length == 0 ? 0 : Cells(text));

    // Some signs are two columns wide on a terminal.
    private static int Cells(string text) => text.Length == 0 ? 1 : Ascii.IsValid(text) ? text.Length : new Segment(text).CellCount();

    /// <summary>All numbers in one line.</summary>
    public static string Summary(CheckResult result)
    {
        var parts = new List<string>
        {
            Plain.Number(result.Services, "service"),
            Plain.Number(result.Count(Severity.Error), "error"),
            Plain.Number(result.Count(Severity.Warning), "warning"),
        };
        if (result.Count(Severity.Info) is > 0 and var notes)
            parts.Add(Plain.Number(notes, "note"));
        if (result.Fixed is { } count)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} fixed"));
        else if (result.Fixable is > 0 and var fixable)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{fixable} fixable with --fix"));
        if (result.Known is { } known)
            parts.Add($"{Plain.Number(known.Left, "finding")} of the baseline");
        if (result.Skipped > 0)
            parts.Add($"{Plain.Number(result.Skipped, "other JSON file")} skipped");
        if (result.Unusable > 0)
            parts.Add($"{Plain.Number(result.Unusable, "input")} not usable");
        return string.Join(", ", parts);
    }
}
