using EasGen.Core.Catalog;
using EasGen.Core.Features;

namespace EasGen.Core.Reading;

/// <summary>All that a document says, feature by feature.</summary>
internal sealed class FeatureCollector
{
    private readonly List<FeatureBuilder> all = [];

    // The single values that stand for a list with one item.
    private readonly List<FeatureBuilder> single = [];

    // The container that the walk is in. Items that are none are not counted.
    private int container = -1;

    /// <summary>A builder for each feature type that begins here, inside of those that are open already.</summary>
    public OpenFeatures? Open(SchemaNode schema, JsonAddress place, OpenFeatures? open, string? kind = null)
    {
        if (schema.Types.Count == 0)
            return open;
        if (schema.IsContainer)
            container++;
        var opened = schema.TypesOf(kind);
        var builders = new FeatureBuilder[opened.Length];
        for (var i = 0; i < opened.Length; i++)
            all.Add(builders[i] = new(opened[i], place, container));
        if (schema.Alias is { IsItem: true })
            single.AddRange(builders);
        return new(open, builders);
    }

    /// <summary>The service, with what was kept as it is, and where the document has what it has elsewhere than usual.</summary>
    public ReadService Gather(List<Finding> findings, IReadOnlyList<Feature> kept)
    {
        foreach (var builder in single)
            Judge(builder, findings);
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        var (service, placed, moved) = Place(kept, places);
        if (moved.Count > 0 && kept.Count > 0)
            (service, placed, _) = Place([.. kept.Select(raw => Follow(raw, moved, places))], places);
        return new(service, findings, places) { Placed = placed };
    }

    // The service, its features at their places, and the items that the document has elsewhere: from where to where they went.
    private (Service Service, AddressedFeature[] Placed, List<(string From, string To)> Moved) Place(
        IReadOnlyList<Feature> kept, Dictionary<string, string> places)
    {
        var found = new List<(Feature Feature, FeatureBuilder? Builder)>(all.Count);
        foreach (var builder in all)
        {
            if (!builder.IsEmpty)
                found.Add((builder.Feature, builder));
        }
        foreach (var raw in kept)
            found.Add((raw, null));
        var ordered = FeatureCatalog.InOrder(found, static item => item.Feature);
        var service = new Service(EquatableArray<Feature>.Of(Array.ConvertAll(ordered, static item => item.Feature)));

        var moved = new List<(string From, string To)>();
        var placed = Addressing.Of(service);
        for (var i = 0; i < placed.Length; i++)
        {
            if (ordered[i].Builder is not { } builder)
                continue;
            AddUnusual(builder, placed[i], places);
            if (placed[i].Type.IsItem && !builder.Place.Is(placed[i].Pointer))
                moved.Add(($"{builder.Place.Pointer}/", $"{placed[i].Pointer}/"));
        }
        return (service, placed, moved);
    }

    // What nobody knows of an item goes with it: where the item was, there is none any more.
    private static Feature Follow(Feature raw, List<(string From, string To)> moved, Dictionary<string, string> places)
    {
        var pointer = raw[RawSetting.Pointer]!;
        var (from, to) = moved.Find(item => pointer.StartsWith(item.From, StringComparison.Ordinal));
        if (from is null)
            return raw;
        var now = to + pointer.Substring(from.Length);
        places[now] = pointer;
        return new(raw.Type, [now, raw[RawSetting.Json]]);
    }

    // What stands for a list that is there too.
    private void Judge(FeatureBuilder builder, List<Finding> findings)
    {
        if (all.Find(other => other.Feature.Type == builder.Feature.Type && !single.Contains(other)) is { } item)
            findings.Add(new(
                GeneralRules.EAS0003_SettingIsGivenOnce,
                builder.Place.Pointer,
                $"'{JsonPointer.Spoken(builder.Place.Pointer)}' and '{JsonPointer.Spoken(JsonPointer.Parent(item.Place.Pointer)!)}' "
                + $"are the same setting; keep one of them"));
    }

    private static void AddUnusual(FeatureBuilder builder, AddressedFeature placed, Dictionary<string, string> places)
    {
        if (!builder.Place.Is(placed.Pointer))
            places[placed.Pointer] = builder.Place.Pointer;
        foreach (var found in builder.Values)
            places[placed.At(found.Setting)] = found.Place.Pointer;
    }
}
