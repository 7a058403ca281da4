namespace EasGen.Core;

/// <summary>
/// A room with values: one attribute as somebody wrote it, or one object of the JSON. Immutable, equal by value, and
/// free of anything of the compiler, so that it can travel through the incremental pipeline.
/// </summary>
internal sealed class Feature : IEquatable<Feature>
{
    private readonly object?[] values;

    /// <summary>Takes ownership of the values, one for each row of the room; null means unset.</summary>
    public Feature(Room room, object?[] values)
    {
        Room = room;
        this.values = values;
    }

    public Room Room { get; }

    public string? this[TextRow row] => (string?)Value(row);

    public string? this[AmountRow row] => (string?)Value(row);

    public int? this[IntegerRow row] => (int?)Value(row);

    public double? this[NumberRow row] => (double?)Value(row);

    public bool? this[SwitchRow row] => (bool?)Value(row);

    public Sequence<string>? this[ListRow row] => (Sequence<string>?)Value(row);

    public string? this[ChoiceRow row] => (string?)Value(row);

    public string? this[MarkRow row] => (string?)Value(row);

    public string? this[OpaqueRow row] => (string?)Value(row);

    public string? this[ValueRow row] => (string?)Value(row);

    /// <summary>The value of a row of any kind; null when it is unset or the room lacks it.</summary>
    public object? Value(Row row)
    {
        var index = Room.IndexOf(row);
        return index < 0 ? null : values[index];
    }

    /// <summary>A copy in which the row has the value, unless it has one already.</summary>
    public Feature Or(Row row, object value) => Value(row) is null ? With(row, value) : this;

    /// <summary>A copy in which the row has the value; null takes it away.</summary>
    public Feature With(Row row, object? value)
    {
        var index = Room.IndexOf(row);
        if (index < 0)
            return this;
        var copy = (object?[])values.Clone();
        copy[index] = value;
        return new Feature(Room, copy);
    }

    /// <summary>A copy in which the rows that are written although nobody set them have their values, but for some.</summary>
    public Feature WithWritten(Func<Row, bool> except)
    {
        object?[]? copy = null;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is null && Room.Rows[i] is { Written: { } written, Beside: var beside } row && (beside is null || Value(beside) is not null) && !except(row))
                (copy ??= (object?[])values.Clone())[i] = written;
        }
        return copy is null ? this : new Feature(Room, copy);
    }

    public bool Equals(Feature? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || !ReferenceEquals(Room, other.Room))
            return false;
        for (var i = 0; i < values.Length; i++)
        {
            if (!Equals(values[i], other.values[i]))
                return false;
        }
        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Feature);

    public override int GetHashCode()
    {
        var hash = Room.GetHashCode();
        foreach (var value in values)
            hash = unchecked((hash * 31) + (value?.GetHashCode() ?? 0));
        return hash;
    }

    public override string ToString() =>
        $"{Room}({string.Join(", ", Room.Rows.Where(row => Value(row) is not null).Select(row => $"{row} = {Value(row)}"))})";
}
