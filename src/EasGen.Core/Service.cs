namespace EasGen.Core;

/// <summary>
/// A PAI-EAS service: its features in the order of the catalog, and those of one list in the order in which they were
/// written. Attributes and JSON both become one; artifact, rules and generated code are made from it.
/// </summary>
internal sealed record Service(Sequence<Feature> Features)
{
    public static Service From(List<Feature> features) => new(Sequence<Feature>.From(Catalog.InOrder(features, static feature => feature)));

    public IEnumerable<Feature> All(Room room) => Features.Where(feature => feature.Room == room);

    public Feature? First(Room room) => Features.FirstOrDefault(feature => feature.Room == room);

    public int Count(Room room)
    {
        var count = 0;
        for (var i = 0; i < Features.Count; i++)
            count += Features[i].Room == room ? 1 : 0;
        return count;
    }
}
