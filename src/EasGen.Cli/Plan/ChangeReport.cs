using System.Globalization;
using EasGen.Cli.Terminal;
using Spectre.Console;

namespace EasGen.Cli.Plan;

/// <summary>The changes of a service for people: what is done, what stays although nobody wrote it, what is none.</summary>
/// <param name="changes">The changes.</param>
/// <param name="hide">Hides the secrets of both sides.</param>
internal sealed class ChangeReport(IReadOnlyList<PlannedChange> changes, Func<string, string> hide)
{
    private static readonly Style Added = new(Color.Green);
    private static readonly Style Removed = new(Color.Red);

    public void Write(bool showIgnored, Screen output)
    {
        foreach (var change in changes.Where(static change => change.IsDone))
            output.WriteLine($"  {Line(change)}{Note(change)}", StyleOf(change.Kind));
        WriteOthers(ChangeKind.LeftOver, "Left over: live, and not in the service; --strategy replace removes it", output);
        if (showIgnored)
            WriteOthers(ChangeKind.Ignored, "Ignored", output);
    }

    /// <summary>How many there are of each kind; empty for none.</summary>
    public string Counts() => string.Join(", ", changes
        .GroupBy(static change => change.Kind)
        .OrderBy(static group => group.Key)
        .Select(static group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {Word(group.Key)}")));

    private void WriteOthers(ChangeKind kind, string title, Screen output)
    {
        var others = changes.Where(change => change.Kind == kind).ToList();
        if (others.Count == 0)
            return;
        output.WriteLine($"{title}:", Styles.Quiet);
        // They stay, so that no sign of a change stands in front.
        foreach (var other in others)
            output.WriteLine($"    {Line(other)[2..]}{(other.Reason is null ? "" : $"  ({other.Reason})")}", Styles.Quiet);
    }

    private string Line(PlannedChange change) => Plain.Line(change.Change.Describe(hide));

    private static string Note(PlannedChange change) => change.Effect switch
    {
        ChangeEffect.Live => "  (while it runs)",
        ChangeEffect.Recreate => "  (cannot be changed)",
        _ => "",
    };

    private static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Changed => "changed",
        ChangeKind.Removed => "removed",
        ChangeKind.LeftOver => "left over",
        _ => "ignored",
    };

    private static Style? StyleOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => Added,
        ChangeKind.Removed => Removed,
        _ => null,
    };
}
