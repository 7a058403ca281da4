using EasGen.Core.Rooms;

namespace EasGen.Core.Tests;

/// <summary>Values for every row of the catalog, those of tomorrow included.</summary>
internal static class Samples
{
    /// <summary>The rooms and rows whose values stand in the JSON, as the data of a theory.</summary>
    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var room in Catalog.Rooms)
        {
            foreach (var row in room.Rows.Where(static row => row.InJson))
                rows.Add(room.Attribute, row.Name);
        }
        return rows;
    }

    public static (Room Room, Row Row) Find(string room, string row) => (Catalog.Find(room)!, Catalog.Find(room)!.Rows[Catalog.Find(room)!.IndexOf(row)]);

    public static object[] Values(Row row) => row switch
    {
        TextRow => ["text", "", "a \"quoted\" \\ text\n", "/0/~1/*/@#", "鸢尾花 🌸 \u2028\0"],
        SizeRow => [0, 1, 40, -1, int.MaxValue],
        IntegerRow => [0, 1, -1, 8080, int.MinValue, int.MaxValue],
        NumberRow { Whole: true } => [0.0, 0.001, 1.5, 600.0, -5.0, 2147483.0],
        NumberRow => [0.0, 0.1, 0.3, 1e-7, 1e300, -2.5, double.Epsilon, double.MaxValue],
        SwitchRow => [true, false],
        AmountRow => ["0", "3", "-1", "20%", "all", "007", "2147483648", ""],
        ChoiceRow choice => [.. choice.Choices, "", "other"],
        MarkRow mark => [mark.Text],
        ValueRow => ["\"text\"", "0.7", "true", "[1, null]", """{"a": {"b": 1}}""", "\"[1]\"", "1e400", "\"\""],
        OpaqueRow { IsAny: true } => ["1", "\"text\"", "null", "[1, {}]"],
        OpaqueRow => ["text", "", "{}", """{"a": [1.0, null, "b"], "c.d": {}}""", "[1]"],
        ListRow => [Sequence<string>.Of(), Sequence<string>.Of("b", "a", "b"), Sequence<string>.Of("", "鸢尾花 🌸")],
        _ => throw new NotSupportedException($"No samples of {row.GetType().Name}; add some."),
    };

    /// <summary>A valid service whose only feature of the room has only this setting, its marks, and a key if it needs one.</summary>
    public static Service Having(Room room, Row row, object value)
    {
        var feature = room.Rows.OfType<MarkRow>().Aggregate(A(room, (row, value)), static (feature, mark) => feature.Or(mark, mark.Text));
        return Valid.Without(room).With(room.IsMember ? feature.Or(room.Rows[0], "key") : feature);
    }

    /// <summary>Every room with all its rows: those of a container twice, for its first and its second one. Of rooms that fill one place the first has it.</summary>
    public static Service Everything(Random random)
    {
        var containers = new[] { A(Container.Room, (Container.Image, "a:1")), A(Container.Room, (Container.Image, "b:1")) };
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return Of([.. containers, .. Catalog.Rooms.Where(static room => room != Container.Room && room != RawSetting.Room).SelectMany(room => Filled(room, random, taken))]);
    }

    private static IEnumerable<Feature> Filled(Room room, Random random, HashSet<string> taken)
    {
        var filled = room.Rows
            .Where(row => row.Path is not null && (room.IsItem || room.IsMember || taken.Add($"{room.Anchor}/{row.Path}")))
            .Aggregate(A(room), (feature, row) => feature.Set(row, Any(row, random)));
        if (room.Rows.All(row => filled.Value(row) is null))
            return [];
        if (room.IndexOf(Container.Index) >= 0)
            return [filled, filled.Set(Container.Index, 1)];
        return room.IsItem ? [filled, room.Rows[0] is TextRow ? filled.Set(room.Rows[0], "another") : filled, filled] : [filled];
    }

    private static object Any(Row row, Random random) => Values(row)[random.Next(Values(row).Length)];
}
