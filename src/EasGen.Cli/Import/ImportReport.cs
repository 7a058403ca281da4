using System.Globalization;
using EasGen.Cli.Check;
using EasGen.Cli.Terminal;
using EasGen.Core;
using EasGen.Core.Rooms;
using Spectre.Console;
using Rule = EasGen.Core.Rule;

namespace EasGen.Cli.Import;

/// <summary>What there is to say of each import: what was normalised, what is unknown, what is wrong, and where secrets were.</summary>
internal static class ImportReport
{
    // The class writes the current place and form, and the settings that a class never leaves to EAS.
    private static readonly Rule[] Normalised =
    [
        General.EAS0015_PlaceIsCurrent, General.EAS0016_FormIsUsual, General.EAS0017_JsonIsStrict,
        EasService.EAS0106_InstancesAreGiven, Probe.EAS0707_NumbersAreGiven,
    ];

    public static bool IsNormalised(Rule rule) => Normalised.Contains(rule);

    public static void Write(ImportedFile file, Screen output)
    {
        output.WriteLine($"{file.Input} -> {file.Output}", Styles.Strong);
        foreach (var remark in file.Remarks)
            Write(remark, output);
        foreach (var (place, pointer, placeholder) in file.Secrets)
        {
            WritePlace(place, output);
            output.Write("secret: ", Severities.StyleOf(Severity.Warning));
            output.WriteLine($"'{pointer}' is {placeholder} now; fill it in at deployment");
        }
        if (!file.Service.Builds)
            output.WriteLine("  The class does not build until its errors are mended.");
    }

    public static void WriteSummary(IReadOnlyList<ImportedFile> files, int unusable, int skipped, Screen output)
    {
        var parts = new List<string> { $"{Number(files.Count, "service")} imported" };
        Add(files.Sum(static file => file.Count(Severity.Error)), "error", "");
        Add(files.Sum(static file => file.Count(Severity.Warning)), "warning", "");
        Add(files.Sum(static file => file.Remarks.Count(static remark => IsNormalised(remark.Rule))), "setting", " normalised");
        Add(files.Sum(static file => file.Secrets.Count), "secret", " replaced");
        Add(skipped, "other JSON file", " skipped");
        Add(unusable, "input", " not usable");
        output.WriteLine(string.Join(", ", parts), Styles.Strong);

        void Add(int count, string of, string what)
        {
            if (count > 0)
                parts.Add(Number(count, of) + what);
        }
    }

    private static void Write(Remark remark, Screen output)
    {
        WritePlace(remark.Place, output);
        var (kind, style) = Kind(remark.Rule);
        output.Write($"{kind} {remark.Rule.Id}: ", style);
        output.WriteLine(remark.Message);
    }

    private static void WritePlace(FilePlace place, Screen output) => output.Write(FormattableString.Invariant($"  {place.Line}:{place.Column}: "), Styles.Quiet);

    private static (string Kind, Style Style) Kind(Rule rule) =>
        IsNormalised(rule) ? ("normalised", Severities.StyleOf(Severity.Info))
        : rule == General.EAS0004_KeyIsKnown ? ("unknown", Severities.StyleOf(Severity.Warning))
        : (Severities.NameOf(rule.Severity), Severities.StyleOf(rule.Severity));

    private static string Number(int count, string of) => string.Create(CultureInfo.InvariantCulture, $"{count} {of}{(count == 1 ? "" : "s")}");
}
