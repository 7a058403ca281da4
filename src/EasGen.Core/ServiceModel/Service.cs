namespace EasGen.Core.ServiceModel;

/// <summary>
/// A PAI-EAS service: its features in the order of the catalog, and those of one list in the order in which they were
/// written. Attributes and JSON both become one; artifact, rules and generated code are made from it.
/// </summary>
internal sealed record Service(EquatableArray<Feature> Features)
{
    public IEnumerable<Feature> All(FeatureType type)
    {
        for (var i = 0; i < Features.Count; i++)
        {
            if (Features[i].Type == type)
                yield return Features[i];
        }
    }

    public Feature? First(FeatureType type)
    {
        for (var i = 0; i < Features.Count; i++)
        {
            if (Features[i].Type == type)
                return Features[i];
        }
        return null;
    }
}
