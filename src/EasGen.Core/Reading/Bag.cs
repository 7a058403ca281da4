namespace EasGen.Core;

/// <summary>The values found for one feature while the document is walked.</summary>
/// <param name="rooms">What the feature can be: one room, or those that share a kind of item.</param>
/// <param name="pointer">Where the document has it.</param>
/// <param name="container">The container it stands in, counted from 0.</param>
internal sealed class Bag(IReadOnlyList<Room> rooms, string pointer, int container)
{
    private readonly Dictionary<Row, object> values = [];

    private Feature? feature;

    public string Pointer { get; } = pointer;

    /// <summary>Where the document has the values.</summary>
    public Dictionary<Row, string> Places { get; } = [];

    /// <summary>A room that is neither an item nor an object of its own is only there when something of it is set.</summary>
    public bool IsEmpty => values.Count == 0 && rooms[0].Anchor.Length == 0;

    public Feature Feature => feature ??= ToFeature();

    public bool Holds(Room room) => rooms.Contains(room);

    /// <summary>Keeps a value. False when another one is there already.</summary>
    public bool Put(Row row, object value, string place)
    {
        if (values.TryGetValue(row, out var there))
            return Equals(there, value);
        values[row] = value;
        Places[row] = place;
        return true;
    }

    // The room that knows most of it; one that is told by a mark knows it better, and does not know it with another.
    private Feature ToFeature()
    {
        var room = rooms.OrderByDescending(Score).First();
        return new(room, room.Rows.Select(row => Value(row, room)).ToArray());
    }

    private int Score(Room room) => room.Rows.Sum(row =>
        !values.TryGetValue(row, out var value) ? 0 : row is not MarkRow mark ? 1 : Equals(value, mark.Text) ? 2 : -room.Rows.Length);

    private object? Value(Row row, Room room)
    {
        if (values.TryGetValue(row, out var value))
            return value;
        if (row.Path == Row.Key)
            return JsonPointer.Segments(Pointer).Last();
        // The container is told by the place; the first one is what nobody has to say.
        return row == Rooms.Container.Index && room.Anchor.IndexOf('#') >= 0 && container > 0 ? container : null;
    }
}
