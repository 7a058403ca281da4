using System.Globalization;

namespace EasGen.Core;

/// <summary>
/// Puts raw settings into the tree of the typed ones, as JSON Patch adds: a key into an object, an item into a list before
/// the one that has its index, <c>-</c> behind the last. Items go first and in the order of their indexes, so that the
/// other pointers address the finished lists; after that the order of the pointers decides, and not that of the source.
/// </summary>
internal static class RawMerge
{
    /// <summary>True for the pointer of a list's item.</summary>
    public static bool IsItem(string pointer) => Index(Last(pointer)) is not null || Last(pointer) == "-";

    /// <summary>The order in which raw settings are merged, whatever the order in which they were written.</summary>
    public static IEnumerable<T> InOrder<T>(IEnumerable<T> raws, Func<T, string> pointer) => raws
        .OrderBy(raw => IsItem(pointer(raw)) ? 0 : 1)
        .ThenBy(raw => Index(Last(pointer(raw))) ?? int.MaxValue)
        .ThenBy(pointer, StringComparer.Ordinal);

    /// <summary>Adds the value; null, or what is in the way.</summary>
    public static string? Add(JsonNode root, string pointer, JsonNode value)
    {
        var segments = JsonPointer.Segments(pointer);
        var node = root;
        for (var i = 0; i < segments.Length - 1; i++)
        {
            var isList = Index(segments[i + 1]) == 0 || segments[i + 1] == "-";
            var next = node.Kind switch
            {
                JsonKind.Object => node.Child(segments[i], isList),
                JsonKind.List => node.Items.ElementAtOrDefault(Index(segments[i]) ?? -1),
                _ => null,
            };
            if (next is null)
                return $"'{pointer}' leads through '/{string.Join("/", segments.Take(i + 1).Select(JsonPointer.Escape))}', which is not there to take it; correct the pointer";
            node = next;
        }
        return node.Kind switch
        {
            JsonKind.List => Insert(node, pointer, value),
            JsonKind.Object => Merge(node, segments[segments.Length - 1], pointer, value),
            _ => $"'{pointer}' leads into '{JsonPointer.Parent(pointer)}', which is {node}; remove one of them",
        };
    }

    private static string? Insert(JsonNode list, string pointer, JsonNode value)
    {
        var index = Last(pointer) == "-" ? list.Members.Count : Index(Last(pointer)) ?? -1;
        if (index < 0 || index > list.Members.Count)
            return FormattableString.Invariant($"'{pointer}' is no place in a list of {list.Members.Count}; end the pointer with '-' to add behind the last");
        list.Insert(index, value);
        return null;
    }

    // Objects are joined, down to the values; the value that is there stays.
    private static string? Merge(JsonNode place, string key, string pointer, JsonNode value)
    {
        if (place.Find(key) is not { } there)
        {
            place.Add(key, value);
            return null;
        }
        if (there.Kind != JsonKind.Object || value.Kind != JsonKind.Object)
            return $"'{pointer}' is set by another attribute already; keep one of them";
        var problems = value.Members.Select(member => Merge(there, member.Key, $"{pointer}/{JsonPointer.Escape(member.Key)}", member.Value)).ToArray();
        return Array.Find(problems, static problem => problem is not null);
    }

    private static string Last(string pointer) => pointer.Substring(pointer.LastIndexOf('/') + 1);

    private static int? Index(string segment) =>
        int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && (segment == "0" || segment[0] != '0') ? index : null;
}
