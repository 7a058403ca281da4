using System.Globalization;

namespace EasGen.Core.ServiceModel;

/// <summary>A feature and where it stands in the JSON.</summary>
internal readonly record struct AddressedFeature(Feature Feature, LazyPointer Place)
{
    /// <summary>The JSON pointer of the place. That of an item is made anew each time.</summary>
    public string Pointer => Place.Text;

    public FeatureType Type => Feature.Type;

    public string? this[StringSetting setting] => Feature[setting];

    public string? this[CountOrPercentSetting setting] => Feature[setting];

    public int? this[IntegerSetting setting] => Feature[setting];

    public double? this[NumberSetting setting] => Feature[setting];

    public bool? this[BooleanSetting setting] => Feature[setting];

    public EquatableArray<string>? this[ArraySetting setting] => Feature[setting];

    public string? this[EnumSetting setting] => Feature[setting];

    public string? this[ConstantSetting setting] => Feature[setting];

    public string? this[JsonSetting setting] => Feature[setting];

    public string? this[AnySetting setting] => Feature[setting];

    /// <summary>The JSON pointer of one setting; a setting that never reaches the JSON is addressed by its name.</summary>
    public string At(Setting setting) => setting.At(Pointer);
}

/// <summary>Gives every feature of a service its place in the JSON.</summary>
internal static class Addressing
{
    public static AddressedFeature[] Of(Service service)
    {
        var containers = Containers(service);
        var slots = new Slots(service);
        var placed = new AddressedFeature[service.Features.Count];
        for (var i = 0; i < placed.Length; i++)
            placed[i] = new(service.Features[i], Place(service.Features[i], containers, slots));
        return placed;
    }

    /// <summary>The container of a feature; one that is not there counts as the one behind the last, where its rule reports it.</summary>
    public static int ContainerIndex(Feature feature, int containers) =>
        (feature[FeatureType.ContainerIndex] ?? 0) is >= 0 and var index && index < containers ? index : containers;

    public static int Containers(Service service)
    {
        var count = 0;
        for (var i = 0; i < service.Features.Count; i++)
            count += service.Features[i].Type.IsContainer ? 1 : 0;
        return count;
    }

    /// <summary>
    /// The features of each container. In the order of the catalog they stand next to each other; those of a negative container are
    /// among those of the first.
    /// </summary>
    /// <param name="features">Features of one type, in that order.</param>
    /// <param name="containers">How many containers there are.</param>
    public static ArraySegment<AddressedFeature>[] ByContainer(AddressedFeature[] features, int containers)
    {
        var (parts, from) = (new ArraySegment<AddressedFeature>[containers], 0);
        for (var i = 0; i < containers; i++)
        {
            var to = from;
            while (to < features.Length && (features[to][FeatureType.ContainerIndex] ?? 0) <= i)
                to++;
            parts[i] = new(features, from, to - from);
            from = to;
        }
        return parts;
    }

    private static LazyPointer Place(Feature feature, int containers, Slots slots)
    {
        var type = feature.Type;
        if (type.PointerSetting is { } pointer)
            return new(feature[pointer] ?? "");
        var place = slots.PlaceOf(type, type.Containers.List.Length == 0 ? 0 : ContainerIndex(feature, containers));
        return type.IsMember ? new(place + JsonPointer.Escape((string?)feature.Value(type.Settings[0]) ?? ""))
            : type.IsItem ? slots.Next(place)
            : new(place);
    }

    /// <summary>The places of features, and the indexes of a list's items: those that raw settings do not take.</summary>
    private sealed class Slots
    {
        private readonly Dictionary<string, int> next = new(StringComparer.Ordinal);

        // Of most services there are none.
        private readonly HashSet<string>? raws;

        // The item that was sought last, and its index.
        private (string List, int Item, int Index) reached = ("", 0, 0);

        // Features of one type mostly follow each other, and share the text of their place.
        private (FeatureType? Type, int Container, string Text) last = (null, 0, "");

        public Slots(Service service)
        {
            for (var i = 0; i < service.Features.Count; i++)
            {
                if (service.Features[i] is { Type.PointerSetting: { } pointer } raw)
                    (raws ??= new(StringComparer.Ordinal)).Add(raw[pointer] ?? "");
            }
        }

        /// <summary>Where features of a type are, without the index or the key that is an item's own.</summary>
        public string PlaceOf(FeatureType type, int container)
        {
            if (last.Type == type && last.Container == container)
                return last.Text;
            var (list, inside) = type.Containers;
            var text = list.Length == 0 ? inside : list + Of(list, container).ToString(CultureInfo.InvariantCulture) + inside;
            last = (type, container, text);
            return text;
        }

        public LazyPointer Next(string list)
        {
            next.TryGetValue(list, out var index);
            while (IsRaw(list, index))
                index++;
            next[list] = index + 1;
            return new(list, index);
        }

        // Containers come in their order: each is sought from the one before it on.
        private int Of(string list, int item)
        {
            var (before, index) = reached.List == list && reached.Item <= item ? (reached.Item, reached.Index) : (0, 0);
            for (var left = item - before; IsRaw(list, index) || left-- > 0;)
                index++;
            reached = (list, item, index);
            return index;
        }

        private bool IsRaw(string list, int index) => raws?.Contains(list + index.ToString(CultureInfo.InvariantCulture)) is true;
    }
}
