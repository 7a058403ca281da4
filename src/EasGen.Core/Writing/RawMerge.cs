using System.Globalization;
using EasGen.Core.Catalog;

namespace EasGen.Core.Writing;

/// <summary>
/// Puts raw settings into the tree of the typed ones, as JSON Patch adds: a key into an object, an item into a list before
/// the one that has its index, <c>-</c> behind the last. They go in the order of their pointers, what contains first and
/// indexes as numbers, whatever the order in which they were written, so that each addresses what is there by then.
/// </summary>
internal static class RawMerge
{
    public static readonly IComparer<string> Order = Comparer<string>.Create(static (one, other) =>
        Compare(JsonPointer.Segments(one), JsonPointer.Segments(other)));

    /// <summary>Adds the value; null, or what is in the way.</summary>
    public static string? Add(JsonNode root, string pointer, JsonNode value)
    {
        var segments = JsonPointer.Segments(pointer);
        var node = root;
        SchemaNode? schema = FeatureCatalog.Schema;
        for (var i = 0; i < segments.Length - 1; i++)
        {
            schema = schema?.Step(segments[i], value);
            // Where no setting says what stands there, a first index does.
            var isList = schema?.IsList ?? (Index(segments[i + 1]) == 0 || segments[i + 1] == "-");
            var next = node.Kind switch
            {
                JsonKind.Object => node.Child(segments[i], isList),
                JsonKind.Array => Index(segments[i]) is { } at && at < node.Members.Count ? node.Members[at].Value : null,
                _ => null,
            };
            if (next is null)
            {
                var fault = node.Kind is JsonKind.Object or JsonKind.Array ? "does not exist" : "is not an object";
                return $"'{JsonPointer.Spoken(pointer)}' is inside '{Outer(segments, i + 1)}', which {fault}; correct the pointer";
            }
            node = next;
        }
        return node.Kind switch
        {
            JsonKind.Array => Insert(node, pointer, value),
            JsonKind.Object => Merge(node, segments[segments.Length - 1], pointer, value),
            _ => $"'{JsonPointer.Spoken(pointer)}' is inside '{Outer(segments, segments.Length - 1)}', "
                + $"which is set to {node}; remove one of them",
        };
    }

    private static string? Insert(JsonNode list, string pointer, JsonNode value)
    {
        var key = JsonPointer.Last(pointer);
        var index = key == "-" ? list.Members.Count : Index(key) ?? -1;
        if (index < 0 || index > list.Members.Count)
        {
            var count = list.Members.Count == 1 ? "1 item" : FormattableString.Invariant($"{list.Members.Count} items");
            return $"'{JsonPointer.Spoken(JsonPointer.Parent(pointer)!)}' has {count}, so nothing can be added at '{key}'; "
                + "end the pointer with '-' to add after the last";
        }
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
            return $"'{JsonPointer.Spoken(pointer)}' is already set by another attribute; keep one of them";
        var problems = value.Members.Select(member =>
            Merge(there, member.Key, $"{pointer}/{JsonPointer.Escape(member.Key)}", member.Value)).ToArray();
        return Array.Find(problems, static problem => problem is not null);
    }

    private static string Outer(string[] segments, int count) =>
        JsonPointer.Spoken(string.Concat(segments.Take(count).Select(static segment => "/" + JsonPointer.Escape(segment))));

    private static int? Index(string segment) =>
        int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && (segment == "0" || segment[0] != '0')
            ? index
            : null;

    private static int Compare(string[] one, string[] other)
    {
        for (var i = 0; i < one.Length && i < other.Length; i++)
        {
            var difference = (Index(one[i]), Index(other[i])) switch
            {
                ({ } a, { } b) => a.CompareTo(b),
                _ when one[i] == "-" || other[i] == "-" => (one[i] == "-").CompareTo(other[i] == "-"),
                _ => string.CompareOrdinal(one[i], other[i]),
            };
            if (difference != 0)
                return difference;
        }
        return one.Length.CompareTo(other.Length);
    }
}
