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
        return service.Features.Select(feature => new Placed(feature, Place(feature, containers, slots))).ToArray();
    }

    /// <summary>The container of a feature; one that is not there counts as the one behind the last, where its rule reports it.</summary>
    public static int ContainerIndex(Feature feature, int containers) =>
        (feature[Container.Index] ?? 0) is >= 0 and var index && index < containers ? index : containers;

    public static int Containers(Service service) => service.All(Container.Room).Count();

    private static string Place(Feature feature, int containers, Slots slots)
    {
        if (feature.Room == RawSetting.Room)
            return feature[RawSetting.Pointer] ?? "";
        var anchor = feature.Room.Anchor;
        if (anchor.IndexOf('#') is >= 0 and var container)
            anchor = anchor.Replace("#", slots.Of(anchor.Substring(0, container), ContainerIndex(feature, containers)).ToString(CultureInfo.InvariantCulture));
        if (!feature.Room.IsItem && !feature.Room.IsMember)
            return anchor;

        var list = anchor.Substring(0, anchor.Length - 1);
        return feature.Room.IsMember
            ? list + JsonPointer.Escape((string?)feature.Value(feature.Room.Rows[0]) ?? "")
            : list + slots.Next(list).ToString(CultureInfo.InvariantCulture);
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
