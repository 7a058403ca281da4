using EasGen.Core.Files;
using EasGen.Core.Reading;

namespace EasGen.Cli.Fixing;

/// <summary>
/// What the fix of a finding is in its file: a setting becomes its JSON there, and what is nothing without its setting, as an item
/// of a list is without what its attribute's constructor takes, goes as a whole.
/// </summary>
internal sealed class FileFix(byte[] file, ReadService read)
{
    private readonly NodePlaces places = new(read.Document!);
    private readonly JsonEditor editor = new(file, read.Document!, read.Comments);

    // By where the file has them.
    private ILookup<string, (AddressedFeature Feature, Setting Setting)> Settings => field ??= (
        from feature in read.Placed
        from setting in feature.Type.Settings
        where setting.InJson && feature.Feature.Value(setting) is not null
        select (Feature: feature, Setting: setting)).ToLookup(found => read.Place(found.Feature.At(found.Setting)), StringComparer.Ordinal);

    /// <summary>The changes; null when the file does not have what they would change.</summary>
    public FileEdit[]? Of(Finding finding) => finding.Fix switch
    {
        null or { Value: TypedEquivalent } => null,
        { Value: null } => Remove(finding),
        { Value: JsonPlace to } => Move(finding.Pointer, to.Pointer),
        { Value: JsonNode json } => Node(finding.Pointer) is { } node ? editor.Replace(node, json) : null,
        { Value: var value } => Set(finding.Pointer, value),
    };

    /// <summary>Where the file has a finding.</summary>
    public int Offset(Finding finding) => (finding.Bytes ?? places.Find(finding.Pointer)).Offset;

    private FileEdit[]? Set(string pointer, object value)
    {
        if (Node(pointer) is not { } node)
            return null;
        foreach (var (_, setting) in Settings[pointer])
        {
            if (setting.FromArgument(value) is { } right)
                return editor.Replace(node, setting.ToJson(right));
        }
        return null;
    }

    private FileEdit[]? Remove(Finding finding)
    {
        // Of a key that is given again, the value that is meant.
        if (finding.Bytes is { } bytes && places.All(finding.Pointer).FirstOrDefault(node => node.OneLine == bytes) is { } again)
            return editor.Remove(again);
        var (item, _) = Settings[finding.Pointer].FirstOrDefault(static found => found.Feature.Type is { IsItem: true } type
            && type.IndexOf(found.Setting) < type.Arguments + type.Parts);
        return Node(item.Feature is null ? finding.Pointer : read.Place(item.Pointer)) is { } node ? editor.Remove(node) : null;
    }

    // A key that stays in its object changes its name; what is the only one of its object takes that along.
    private FileEdit[]? Move(string from, string to)
    {
        var (segments, above) = (JsonPointer.Segments(to), JsonPointer.Parent(from)!);
        if (Node(from) is not { } node || Node(to) is not null)
            return null;
        if (above == JsonPointer.Parent(to))
            return editor.Rename(node, segments[^1]);
        var depth = Array.FindLastIndex([.. JsonPointer.AndAbove(to).Reverse()], pointer => Node(pointer) is not null);
        var outer = Node(JsonPointer.AndAbove(to).Reverse().ElementAt(depth))!;
        var left = above.Length > 0 && Node(above) is { Members.Count: 1 } alone ? alone : node;
        return outer.Kind == JsonKind.Object
            && editor.Remove(left) is { } removed
            && editor.Add(outer, segments[depth..], node) is { } added
                ? FileEdit.Together([.. removed, .. added])
                : null;
    }

    private JsonNode? Node(string pointer) => places.Find(pointer, out var node) ? node : null;
}
