namespace EasGen.Core;

/// <summary>The values found for one feature while the document is walked.</summary>
/// <param name="rooms">What the feature can be: one room, or those that share a kind of item.</param>
/// <param name="pointer">Where the document has it.</param>
/// <param name="container">The container it stands in, counted from 0.</param>
internal sealed class Bag(IReadOnlyList<Room> rooms, string pointer, int container)
{
    private readonly List<Found> found = [];

    private Feature? feature;

    public string Pointer { get; } = pointer;

    /// <summary>The values with their rows and where the document has them. There are few: going through them is the fastest way to one.</summary>
    public IReadOnlyList<Found> Values => found;

    /// <summary>A room that is neither an item nor an object of its own is only there when something of it is set.</summary>
    public bool IsEmpty => found.Count == 0 && rooms[0].Anchor.Length == 0;

    public Feature Feature => feature ??= ToFeature();

    public bool Holds(Room room)
    {
        for (var i = 0; i < rooms.Count; i++)
        {
            if (rooms[i] == room)
                return true;
        }
        return false;
    }

    /// <summary>Keeps a value. False when another one is there already.</summary>
    public bool Put(Row row, object value, string place)
    {
        if (Find(row) is { } there)
            return Equals(there.Value, value);
        found.Add(new(row, value, place));
        return true;
    }

    /// <summary>What was found for a row.</summary>
    public Found? Find(Row row)
    {
        foreach (var one in found)
        {
            if (one.Row == row)
                return one;
        }
        return null;
    }

    // The room that knows most of it; one that is told by a mark knows it better, and does not know it with another.
    private Feature ToFeature()
    {
        var room = rooms.Count == 1 ? rooms[0] : rooms.OrderByDescending(Score).First();
        return new(room, Array.ConvertAll(room.Rows, row => Value(row, room)));
    }

    private int Score(Room room) => room.Rows.Sum(row =>
        Find(row) is not { } found ? 0 : row is not MarkRow mark ? 1 : Equals(found.Value, mark.Text) ? 2 : -room.Rows.Length);

    private object? Value(Row row, Room room)
    {
        if (Find(row) is { } found)
            return found.Value;
        if (row.Path == Row.Key)
            return JsonPointer.Segments(Pointer).Last();
        // The container is told by the place; the first one is what nobody has to say.
        return row == Rooms.Container.Index && room.Anchor.IndexOf('#') >= 0 && container > 0 ? container : null;
    }
}

/// <summary>A value that the document has for a row, and where.</summary>
internal sealed record Found(Row Row, object Value, string Place);
