namespace EasGen.Core;

/// <summary>The rows of all rooms as one tree with the shape of the JSON, which the reader walks beside the document.</summary>
internal sealed class Shape
{
    public static readonly Shape Root = Build();

    private readonly Dictionary<string, Shape> members = new(StringComparer.Ordinal);

    /// <summary>The rows whose value stands here, each with the room it is read for.</summary>
    public List<(Room Room, Row Row)> Rows { get; } = [];

    /// <summary>The rooms whose anchor is here.</summary>
    public List<Room> Rooms { get; } = [];

    public bool IsList => members.ContainsKey("*");

    public Shape Item => members["*"];

    /// <summary>What may stand under a key; null when no row knows the key.</summary>
    public Shape? Member(string key) =>
        members.TryGetValue(key, out var member) || members.TryGetValue(Row.Key, out member) ? member : null;

    private static Shape Build()
    {
        var root = new Shape();
        foreach (var room in Catalog.Rooms)
        {
            var anchor = root.Descend(room.Anchor.Replace('#', '*'));
            anchor.Rooms.Add(room);
            foreach (var row in room.Rows.Where(static row => row.InJson))
                (row.Path!.Length == 0 ? anchor : anchor.Descend("/" + row.Path)).Rows.Add((room, row));
        }
        return root;
    }

    private Shape Descend(string pointer)
    {
        var shape = this;
        foreach (var segment in JsonPointer.Segments(pointer))
        {
            if (!shape.members.TryGetValue(segment, out var next))
                shape.members[segment] = next = new Shape();
            shape = next;
        }
        return shape;
    }
}
