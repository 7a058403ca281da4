using EasGen.Cli.Rules;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Import;

/// <summary>What there is to say of each import: what was normalised, what is unknown, what is wrong, and where secrets were.</summary>
internal static class ImportReport
{
    public static void Write(ImportedFile file, Screen output)
    {
        output.WriteLine($"{Plain.Line(file.Input)} -> {Plain.Line(file.Output)}", Styles.Strong);
        foreach (var note in file.Notes)
            Write(note, output);
        if (!file.Service.Builds)
            output.WriteLine("  The class does not build until its errors are fixed.");
    }

    public static void WriteSummary(IReadOnlyList<ImportedFile> files, int unusable, int skipped, Screen output)
    {
        var parts = new List<string> { $"{Plain.Number(files.Count, "service")} imported" };
        Add(Count(NoteKind.Error), "error", "");
        Add(Count(NoteKind.Warning), "warning", "");
        Add(Count(NoteKind.Unknown), "setting", " unknown");
        Add(Count(NoteKind.Normalised), "setting", " normalised");
        Add(Count(NoteKind.Secret), "secret", " replaced");
        Add(skipped, "other JSON file", " skipped");
        Add(unusable, "input", " not usable");
        output.WriteLine(string.Join(", ", parts), Styles.Strong);

        int Count(NoteKind kind) => files.Sum(file => file.Count(kind));

        void Add(int count, string of, string what)
        {
            if (count > 0)
                parts.Add(Plain.Number(count, of) + what);
        }
    }

    private static void Write(ImportNote note, Screen output)
    {
        var (kind, severity) = note.Kind switch
        {
            NoteKind.Normalised => ("normalised", Severity.Info),
            NoteKind.Unknown => ("unknown", Severity.Warning),
            NoteKind.Secret => ("secret", Severity.Warning),
            NoteKind.Error => (SeverityWord.Of(Severity.Error), Severity.Error),
            NoteKind.Warning => (SeverityWord.Of(Severity.Warning), Severity.Warning),
            _ => (SeverityWord.Of(Severity.Info), Severity.Info),
        };
        output.Write(FormattableString.Invariant($"  {note.Place.Line}:{note.Place.Column}: "), Styles.Quiet);
        output.Write(note.Rule is null ? $"{kind}: " : $"{kind} {note.Rule.Id}: ", Severities.StyleOf(severity));
        output.WriteLine(Plain.Line(note.Text));
    }
}
