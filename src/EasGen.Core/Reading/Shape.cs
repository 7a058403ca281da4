namespace EasGen.Core;

/// <summary>The rows of all rooms as one tree with the shape of the JSON, which the reader walks beside the document.</summary>
internal sealed class Shape
{
    private static readonly Lazy<Shape> Whole = new(Build);

    private readonly Dictionary<string, Shape> members;

    private Shape()
    {
        members = new(StringComparer.Ordinal);
        Rows = [];
        Rooms = [];
    }

    // The same place, reached in another way.
    private Shape(Shape current, OldForm old, List<Room> rooms)
    {
        members = current.members;
        Rows = current.Rows;
        Rooms = rooms;
        Old = old;
    }

    public static Shape Root => Whole.Value;

    /// <summary>The rows whose value stands here, each with the room it is read for.</summary>
    public List<(Room Room, Row Row)> Rows { get; }

    /// <summary>The rooms whose anchor is here.</summary>
    public List<Room> Rooms { get; }

    /// <summary>Set when this is not the place that EasGen writes.</summary>
    public OldForm? Old { get; }

    /// <summary>True for the object whose key tells the kind of an item: it says something even when it is empty.</summary>
    public bool IsKind { get; private set; }

    public bool IsList => members.ContainsKey("*");

    public Shape Item => members["*"];

    /// <summary>The keys that may stand here.</summary>
    public IEnumerable<string> Keys => members.Keys.Where(static key => key is not (Row.Key or "*"));

    public IEnumerable<KeyValuePair<string, Shape>> Members => members;

    /// <summary>The keys that tell what kind of item this is; empty when all items are alike.</summary>
    public string[] Kinds => field ??= [.. Rooms.Select(static room => room.Kind).OfType<string>().Distinct()];

    /// <summary>What may stand under a key; null when no row knows it. A free key is known in any spelling.</summary>
    public Shape? Member(string key, JsonNode value) =>
        members.TryGetValue(key, out var member) && !(members.ContainsKey(Row.Key) && member.IsOtherMark(value)) ? member
        : members.TryGetValue(Row.Key, out var free) ? free
        : Dotted(key);

    /// <summary>What may stand at a pointer; null when no row knows it.</summary>
    public static Shape? Of(string pointer) =>
        JsonPointer.Segments(pointer).Aggregate((Shape?)Root, static (shape, segment) => shape?.Step(segment, JsonNode.Null()));

    /// <summary>What may stand under one segment of a pointer: a key, or an item's index.</summary>
    public Shape? Step(string segment, JsonNode value) => IsList ? Item : Member(segment, value);

    private static Shape Build()
    {
        var root = new Shape();
        foreach (var room in Catalog.Rooms)
        {
            var anchor = root.Descend(room.AnchorSegments);
            anchor.Rooms.Add(room);
            if (room.Kind is not null)
                anchor.Descend([room.Kind]).IsKind = true;
            foreach (var row in room.Rows.Where(static row => row.InJson))
                anchor.Descend(row.PathSegments).Rows.Add((room, row));
        }
        foreach (var old in OldForms.All)
        {
            var place = JsonPointer.Segments(old.Place);
            var current = JsonPointer.Segments(old.Current);
            var item = root.Descend(current.Take(current.Length - 1));
            root.Descend(place.Take(place.Length - 1)).members[place[place.Length - 1]] =
                new Shape(root.Descend(current), old, old.IsItem ? item.Rooms : root.Descend(current).Rooms);
        }
        return root;
    }

    private Shape Descend(IEnumerable<string> path)
    {
        var shape = this;
        foreach (var segment in path.Select(static segment => segment == "#" ? "*" : segment))
        {
            if (!shape.members.TryGetValue(segment, out var next))
                shape.members[segment] = next = new Shape();
            shape = next;
        }
        return shape;
    }

    // rpc.worker_threads is worker_threads inside of rpc, unless something in between has a feature of its own.
    private Shape? Dotted(string key)
    {
        for (var dot = key.IndexOf('.'); dot > 0; dot = key.IndexOf('.', dot + 1))
        {
            if (members.TryGetValue(key.Substring(0, dot), out var inner) && inner.Rooms.Count == 0 && !inner.members.ContainsKey(Row.Key)
                && (inner.members.TryGetValue(key.Substring(dot + 1), out var found) ? found : inner.Dotted(key.Substring(dot + 1))) is { } member)
                return member;
        }
        return null;
    }

    private bool IsOtherMark(JsonNode value) =>
        Rows.Count > 0 && Rows.All(known => known.Row is MarkRow mark && !mark.IsIn(value));
}
