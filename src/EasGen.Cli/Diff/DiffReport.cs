using System.Text.Json;
using System.Text.Json.Serialization;
using EasGen.Cli.Terminal;
using EasGen.Core.Comparing;
using EasGen.Core.Files;
using Spectre.Console;

namespace EasGen.Cli.Diff;

/// <summary>The changes from one service to the other, without secrets.</summary>
internal sealed class DiffReport(string before, string after, IReadOnlyList<SettingChange> changes, Func<string, string> hide)
{
    private static readonly Style Added = new(Color.Green);
    private static readonly Style Removed = new(Color.Red);

    public IReadOnlyList<SettingChange> Changes => changes;

    public static DiffReport Of(ComparedService before, ComparedService after)
    {
        var (one, other) = (before.Service!, after.Service!);
        // Also what the comments of the files tell.
        var hide = ServiceComparison.Hiding(one.Concealment, other.Concealment);
        if (one.IsWhole && other.IsWhole)
            (one, other) = (ServiceReader.ReadAsWritten(one.Service), ServiceReader.ReadAsWritten(other.Service));
        return new(
            before.Path,
            after.Path,
            ServiceComparison.Compare(one.Document!, other.Document!, one.Concealment, other.Concealment),
            hide);
    }

    public void WriteText(Screen output)
    {
        foreach (var change in changes)
            output.WriteLine(Plain.Line(change.Describe(hide)), change.After is null ? Removed : change.Before is null ? Added : null);
        output.WriteLine(changes.Count == 0 ? "The settings are the same" : $"{Plain.Number(changes.Count, "setting")} changed");
    }

    public void WriteJson(Screen output)
    {
        var document = new DiffDocument(
            Version: 1,
            before,
            after,
            [.. changes.Select(change => new DiffChange(
                hide(change.Place), HiddenJson.Of(change.Before, hide), HiddenJson.Of(change.After, hide)))]);
        output.WriteJson(JsonSerializer.Serialize(document, DiffContext.Default.DiffDocument));
    }
}

internal sealed record DiffDocument(int Version, string Before, string After, IReadOnlyList<DiffChange> Changes);

/// <param name="Setting">Its place.</param>
/// <param name="Before">What the first service has; null for what it lacks.</param>
/// <param name="After">What the second service has; null for what it lacks.</param>
internal sealed record DiffChange(string Setting, JsonElement? Before, JsonElement? After);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(DiffDocument))]
internal sealed partial class DiffContext : JsonSerializerContext;
