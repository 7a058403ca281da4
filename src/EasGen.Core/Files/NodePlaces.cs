using System.Globalization;

namespace EasGen.Core.Files;

/// <summary>Which bytes of a file have what JSON pointers address in the document that was read from it.</summary>
internal sealed class NodePlaces(JsonNode document)
{
    // So many members are gone through faster than they are put into a table.
    private const int Few = 32;

    // For each list, by where it begins, the item that was asked for last.
    private readonly Dictionary<int, (int Index, JsonNode Item)> items = [];

    // The members of the large objects that pointers have led through, by where each object begins.
    private readonly Dictionary<int, ILookup<string, JsonNode>> members = [];

    /// <summary>
    /// The bytes of a value if it is certain to be on one line, as texts and numbers are, otherwise of its key. What the document
    /// does not have is at the key of the nearest that contains it.
    /// </summary>
    public FileBytes Find(string pointer) => Find(pointer, out var node) ? node.OneLine : node.Key;

    /// <summary>Finds what stands at a pointer; else the nearest that contains it.</summary>
    public bool Find(string pointer, out JsonNode found) => Find(document, JsonPointer.Segments(pointer), 0, out found);

    /// <summary>What stands at a pointer: of a key that is given again, each of its values.</summary>
    public IEnumerable<JsonNode> All(string pointer)
    {
        IEnumerable<JsonNode> found = [document];
        foreach (var segment in JsonPointer.Segments(pointer))
            found = found.SelectMany(outer => Inner(outer, segment));
        return found;
    }

    // Of a key that is given twice the first counts, as everywhere, but what only a later one holds is found there.
    private bool Find(JsonNode outer, string[] segments, int depth, out JsonNode found)
    {
        found = outer;
        if (depth == segments.Length)
            return true;
        JsonNode? nearest = null;
        foreach (var inner in Inner(outer, segments[depth]))
        {
            if (Find(inner, segments, depth + 1, out found))
                return true;
            nearest ??= found;
        }
        found = nearest ?? outer;
        return false;
    }

    private IEnumerable<JsonNode> Inner(JsonNode outer, string segment) =>
        outer.Kind == JsonKind.Object ? outer.Members.Count > Few ? Members(outer)[segment] : Named(outer, segment)
        : outer.Kind == JsonKind.Array && Index(segment) is { } index && index < outer.Members.Count ? [Item(outer, index)]
        : [];

    // Pointers into one item mostly follow each other, and a long list reads it anew each time.
    private JsonNode Item(JsonNode list, int index)
    {
        if (!items.TryGetValue(list.Start, out var last) || last.Index != index)
            items[list.Start] = last = (index, list.Members[index].Value);
        return last.Item;
    }

    private static IEnumerable<JsonNode> Named(JsonNode outer, string key)
    {
        for (var i = 0; i < outer.Members.Count; i++)
        {
            if (outer.Members[i].Key == key)
                yield return outer.Members[i].Value;
        }
    }

    private ILookup<string, JsonNode> Members(JsonNode outer)
    {
        if (!members.TryGetValue(outer.Start, out var inner))
            members.Add(outer.Start, inner = outer.Members.ToLookup(static member => member.Key, static member => member.Value));
        return inner;
    }

    private static int? Index(string segment) =>
        int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index.ToString(CultureInfo.InvariantCulture) == segment ? index : null;
}
