using EasGen.Core.Catalog;

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
        if (schema.Types.Exists(static type => type.IsContainer))
            container++;
        // The feature types of one list share a builder, which decides by its content which of them the item is.
        var opened = schema.Types[0].IsItem
            ? [new FeatureBuilder(
                schema.Kinds.Length == 0 ? schema.Types : [.. schema.Types.Where(type => type.Kind is null || type.Kind == kind)],
                place,
                container)]
            : schema.Types.Select(type => new FeatureBuilder([type], place, container)).ToArray();
        all.AddRange(opened);
        if (schema.Alias is { IsItem: true })
            single.AddRange(opened);
        return new(open, opened);
    }

    /// <summary>The service, with what was kept as it is, and where the document has what it has elsewhere than usual.</summary>
    public ReadService Gather(List<Finding> findings, IEnumerable<Feature> kept)
    {
        foreach (var builder in single)
        {
            if (all.Find(other => other.Feature.Type == builder.Feature.Type && !single.Contains(other)) is { } item)
                findings.Add(new(
                    GeneralRules.EAS0003_SettingIsGivenOnce,
                    builder.Place.Pointer,
                    $"'{JsonPointer.Spoken(builder.Place.Pointer)}' and '{JsonPointer.Spoken(JsonPointer.Parent(item.Place.Pointer)!)}' "
                    + $"are the same setting; keep one of them"));
        }
        var found = all.Where(static builder => !builder.IsEmpty)
            .Select(static builder => (builder.Feature, Builder: (FeatureBuilder?)builder))
            .Concat(kept.Select(static raw => (Feature: raw, Builder: (FeatureBuilder?)null)));
        var ordered = FeatureCatalog.InOrder(found, static item => item.Feature).ToArray();
        var service = new Service(EquatableArray<Feature>.From(ordered.Select(static item => item.Feature)));

        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        var placed = Addressing.Of(service);
        for (var i = 0; i < placed.Length; i++)
        {
            if (ordered[i].Builder is { } builder)
                AddUnusual(builder, placed[i], places);
        }
        return new(service, findings, places) { Placed = placed };
    }

    private static void AddUnusual(FeatureBuilder builder, AddressedFeature placed, Dictionary<string, string> places)
    {
        if (!builder.Place.Is(placed.Pointer))
            places[placed.Pointer] = builder.Place.Pointer;
        foreach (var found in builder.Values)
        {
            if (!found.Place.IsBelow(builder.Place, found.Setting.PathSegments))
                places[placed.At(found.Setting)] = found.Place.Pointer;
        }
    }
}
