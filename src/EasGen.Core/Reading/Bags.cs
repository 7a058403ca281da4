using EasGen.Core.Rooms;

namespace EasGen.Core;

/// <summary>All that a document says, feature by feature.</summary>
internal sealed class Bags
{
    private readonly List<Bag> all = [];

    // The single values that stand for a list with one item.
    private readonly List<Bag> single = [];

    // The container that the walk is in. Items that are none are not counted.
    private int container = -1;

    /// <summary>A bag for each room that begins here, inside of those that are open already.</summary>
    public Scope? Open(Shape shape, string pointer, Scope? open, string? kind = null)
    {
        if (shape.Rooms.Count == 0)
            return open;
        if (shape.Rooms.Contains(Container.Room))
            container++;
        // The rooms of one list share a bag, which decides by its content which of them the item is.
        var opened = shape.Rooms[0].IsItem
            ? [new Bag(shape.Kinds.Length == 0 ? shape.Rooms : [.. shape.Rooms.Where(room => room.Kind is null || room.Kind == kind)], pointer, container)]
            : shape.Rooms.Select(room => new Bag([room], pointer, container)).ToArray();
        all.AddRange(opened);
        if (shape.Old is { IsItem: true })
            single.AddRange(opened);
        return new(open, opened);
    }

    /// <summary>The service, with what was kept as it is, and where the document has what it has elsewhere than usual.</summary>
    public ReadService Gather(List<Finding> findings, IEnumerable<Feature> kept)
    {
        foreach (var bag in single)
        {
            if (all.Find(other => other.Feature.Room == bag.Feature.Room && !single.Contains(other)) is { } item)
                findings.Add(new(General.EAS0003_SettingIsGivenOnce, bag.Pointer, $"'{JsonPointer.Spoken(bag.Pointer)}' and '{JsonPointer.Spoken(JsonPointer.Parent(item.Pointer)!)}' are the same setting; keep one of them"));
        }
        var found = all.Where(static bag => !bag.IsEmpty).Select(static bag => (bag.Feature, Bag: (Bag?)bag)).Concat(kept.Select(static raw => (Feature: raw, Bag: (Bag?)null)));
        var ordered = Catalog.InOrder(found, static item => item.Feature).ToArray();
        var service = new Service(Sequence<Feature>.From(ordered.Select(static item => item.Feature)));

        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        var placed = Placement.Of(service);
        for (var i = 0; i < placed.Length; i++)
        {
            if (ordered[i].Bag is { } bag)
                AddUnusual(bag, placed[i], places);
        }
        return new(service, findings, places);
    }

    private static void AddUnusual(Bag bag, Placed placed, Dictionary<string, string> places)
    {
        if (placed.Pointer != bag.Pointer)
            places[placed.Pointer] = bag.Pointer;
        foreach (var found in bag.Values)
        {
            if (!found.Row.IsAt(found.Place, bag.Pointer))
                places[placed.At(found.Row)] = found.Place;
        }
    }
}
