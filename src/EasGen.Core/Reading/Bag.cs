using System.Globalization;
using EasGen.Core.Rooms;

namespace EasGen.Core;

/// <summary>The values found for one feature while the document is walked.</summary>
internal sealed class Bag(IReadOnlyList<Room> rooms, string pointer)
{
    public Dictionary<Row, object> Values { get; } = [];

    /// <summary>A room that is neither an item nor an object of its own is only there when something of it is set.</summary>
    public bool IsEmpty => Values.Count == 0 && rooms[0].Anchor.Length == 0;

    public bool Holds(Room room) => rooms.Contains(room);

    public Feature ToFeature()
    {
        var room = rooms.OrderByDescending(candidate => candidate.Rows.Count(Values.ContainsKey)).First();
        var segments = JsonPointer.Segments(pointer);
        return new(room, room.Rows.Select(row => Value(row, room, segments)).ToArray());
    }

    private object? Value(Row row, Room room, string[] segments)
    {
        if (Values.TryGetValue(row, out var value))
            return value;
        if (row.Path == Row.Key)
            return segments[segments.Length - 1];
        // The container is told by the place; the first one is what nobody has to say.
        return row == Container.Index && Array.IndexOf(JsonPointer.Segments(room.Anchor), "#") is >= 0 and var at && segments[at] != "0"
            ? int.Parse(segments[at], CultureInfo.InvariantCulture)
            : null;
    }
}
