using System.Globalization;
using EasGen.Core.Rooms;

namespace EasGen.Core;

/// <summary>A feature and the JSON pointer at which it stands.</summary>
internal readonly record struct Placed(Feature Feature, string Pointer)
{
    public string? this[TextRow row] => Feature[row];

    public string? this[AmountRow row] => Feature[row];

    public int? this[IntegerRow row] => Feature[row];

    public double? this[NumberRow row] => Feature[row];

    public bool? this[SwitchRow row] => Feature[row];

    public Sequence<string>? this[ListRow row] => Feature[row];

    public string? this[ChoiceRow row] => Feature[row];

    public string? this[MarkRow row] => Feature[row];

    public string? this[OpaqueRow row] => Feature[row];

    public string? this[ValueRow row] => Feature[row];

    /// <summary>The JSON pointer of one setting; a setting that never reaches the JSON is addressed by its name.</summary>
    public string At(Row row) => row.At(Pointer);
}

/// <summary>Gives every feature of a service its place in the JSON.</summary>
internal static class Placement
{
    public static Placed[] Of(Service service)
    {
        var containers = Containers(service);
        var slots = new Slots(service);
        var placed = new Placed[service.Features.Count];
        for (var i = 0; i < placed.Length; i++)
            placed[i] = new(service.Features[i], Place(service.Features[i], containers, slots));
        return placed;
    }

    /// <summary>The container of a feature; one that is not there counts as the one behind the last, where its rule reports it.</summary>
    public static int ContainerIndex(Feature feature, int containers) =>
        (feature[Container.Index] ?? 0) is >= 0 and var index && index < containers ? index : containers;

    public static int Containers(Service service) => service.Count(Container.Room);

    private static string Place(Feature feature, int containers, Slots slots)
    {
        if (feature.Room == RawSetting.Room)
            return feature[RawSetting.Pointer] ?? "";
        var room = feature.Room;
        var (list, inside) = room.Containers;
        var place = list.Length == 0 ? inside : list + slots.Of(list, ContainerIndex(feature, containers)).ToString(CultureInfo.InvariantCulture) + inside;
        return room.IsMember ? place + JsonPointer.Escape((string?)feature.Value(room.Rows[0]) ?? "")
            : room.IsItem ? place + slots.Next(place).ToString(CultureInfo.InvariantCulture)
            : place;
    }

    /// <summary>The indexes of a list's items: those that raw settings do not take.</summary>
    private sealed class Slots(Service service)
    {
        private readonly HashSet<string> raws = new(service.All(RawSetting.Room).Select(static raw => raw[RawSetting.Pointer] ?? ""), StringComparer.Ordinal);
        private readonly Dictionary<string, int> next = new(StringComparer.Ordinal);

        public int Next(string list)
        {
            next.TryGetValue(list, out var index);
            while (IsRaw(list, index))
                index++;
            next[list] = index + 1;
            return index;
        }

        public int Of(string list, int item)
        {
            var index = 0;
            for (var left = item; IsRaw(list, index) || left-- > 0;)
                index++;
            return index;
        }

        private bool IsRaw(string list, int index) => raws.Count > 0 && raws.Contains(list + index.ToString(CultureInfo.InvariantCulture));
    }
}
