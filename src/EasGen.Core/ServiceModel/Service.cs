namespace EasGen.Core.ServiceModel;

/// <summary>
/// A PAI-EAS service: its features in the order of the catalog, and those of one list in the order in which they were
/// written. Attributes and JSON both become one; artifact, rules and generated code are made from it.
/// </summary>
internal sealed record Service(EquatableArray<Feature> Features)
{
    public IEnumerable<Feature> All(FeatureType type) => Features.Where(feature => feature.Type == type);

    public Feature? First(FeatureType type) => Features.FirstOrDefault(feature => feature.Type == type);
}
