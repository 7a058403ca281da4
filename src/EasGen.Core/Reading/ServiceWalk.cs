using EasGen.Core.Rooms;

namespace EasGen.Core;

/// <summary>Reads a service by walking the document and the <see cref="Shape"/> of all rows side by side.</summary>
internal sealed class ServiceWalk
{
    private readonly List<Finding> findings = [];
    private readonly List<Bag> bags = [];
    private readonly Leftovers left;

    // The single values that stand for a list with one item.
    private readonly List<Bag> single = [];

    // The container that the walk is in. Items that are none are not counted.
    private int container = -1;

    private ServiceWalk() => left = new(findings);

    public static ReadService Read(JsonNode document)
    {
        var walk = new ServiceWalk();
        walk.Walk(document, Shape.Root, "", []);
        return walk.Gather();
    }

    private void Walk(JsonNode json, Shape shape, string pointer, Bag[] open)
    {
        if (shape.Old is { IsOld: true } old)
            Report(General.EAS0015_PlaceIsCurrent, pointer, $"'{pointer}' is an old place of '{old.Current}'; write it there");
        if (shape.IsList)
            WalkList(json, shape, pointer, open);
        else if (shape.Rows.Count > 0)
            Take(json, shape, pointer, Open(shape, pointer, open));
        else
            WalkObject(json, shape, pointer, open);
    }

    private void WalkObject(JsonNode json, Shape shape, string pointer, Bag[] open)
    {
        if (json.Kind != JsonKind.Object)
        {
            left.Mistyped(pointer, json, "an object in braces");
            return;
        }
        var kinds = shape.Kinds.Where(kind => json.Find(kind) is not null).ToArray();
        if (kinds.Length == 0 && shape.Kinds.Any())
        {
            left.UnknownKind(json, shape, pointer);
            return;
        }
        if (kinds.Length > 1)
            Report(Mount.EAS0404_MountHasOneSource, pointer, $"The mount has several sources ({string.Join(", ", kinds)}); keep one of them");

        open = Open(shape, pointer, open, kinds.FirstOrDefault());
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.Members)
        {
            var at = $"{pointer}/{JsonPointer.Escape(member.Key)}";
            if (Unicode.LoneSurrogate(member.Key) >= 0)
                Report(General.EAS0005_TextIsUnicode, pointer, $"A key in '{pointer}' holds half of a surrogate pair, which no JSON reader takes; correct the text");
            else if (!keys.Add(member.Key))
                Report(General.EAS0003_SettingIsGivenOnce, at, $"'{at}' is given twice; keep one of them");
            else if (Array.IndexOf(kinds, member.Key) > 0)
                left.Keep(at, member.Value);
            else if (shape.Member(member.Key, member.Value) is { } known)
                Walk(member.Value, known, at, open);
            else
                left.Unknown(member.Key, member.Value, shape, at);
        }
    }

    private void WalkList(JsonNode json, Shape shape, string pointer, Bag[] open)
    {
        if (json.Kind == JsonKind.Null && shape.TakesNull)
            return;
        if (json.Kind != JsonKind.List)
        {
            left.Mistyped(pointer, json, "a list in brackets");
            return;
        }
        var index = 0;
        foreach (var item in json.Items)
            Walk(item, shape.Item, FormattableString.Invariant($"{pointer}/{index++}"), open);
    }

    private void Take(JsonNode json, Shape shape, string pointer, Bag[] open)
    {
        // A mark with its text is the feature's own, whoever else could have it.
        var here = shape.Rows.Where(known => Array.FindLast(open, bag => bag.Holds(known.Room)) is not null).ToArray();
        var taker = here.Cast<(Room Room, Row Row)?>().FirstOrDefault(known => known!.Value.Row is MarkRow mark && (string?)mark.FromJson(json) == mark.Text)
            ?? here.Cast<(Room Room, Row Row)?>().FirstOrDefault(static known => known!.Value.Row is not MarkRow)
            ?? here[0];
        if (taker.Row is MarkRow && json is { Kind: JsonKind.Text, Simple: "" })
        {
            left.Keep(pointer, json);
            return;
        }
        if (taker.Row.FromJson(json) is not { } value)
        {
            left.Mistyped(pointer, json, taker.Row.Expected);
            return;
        }
        if (!taker.Row.IsUsual(json))
            Report(General.EAS0016_FormIsUsual, pointer, $"'{pointer}' is {Leftovers.Describe(json)}; write {taker.Row.ToJson(value)}");
        var bag = Array.FindLast(open, bag => bag.Holds(taker.Room))!;
        foreach (var row in here.Where(known => bag.Holds(known.Room)).Select(static known => known.Row).Distinct())
        {
            if (row.FromJson(json) is { } own && !bag.Put(row, own, pointer))
                Report(General.EAS0003_SettingIsGivenOnce, pointer, $"'{pointer}' and '{bag.Places[row]}' are one setting and differ; keep one of them");
        }
    }

    private Bag[] Open(Shape shape, string pointer, Bag[] open, string? kind = null)
    {
        if (shape.Rooms.Count == 0)
            return open;
        if (shape.Rooms.Contains(Container.Room))
            container++;
        // The rooms of one list share a bag, which decides by its content which of them the item is.
        var opened = shape.Rooms[0].IsItem
            ? [new Bag([.. shape.Rooms.Where(room => room.Kind is null || room.Kind == kind)], pointer, container)]
            : shape.Rooms.Select(room => new Bag([room], pointer, container)).ToArray();
        bags.AddRange(opened);
        if (shape.Old is { IsItem: true })
            single.AddRange(opened);
        return [.. open, .. opened];
    }

    private ReadService Gather()
    {
        foreach (var bag in single)
        {
            if (bags.Find(other => other.Feature.Room == bag.Feature.Room && !single.Contains(other)) is { } item)
                Report(General.EAS0003_SettingIsGivenOnce, bag.Pointer, $"'{bag.Pointer}' and '{JsonPointer.Parent(item.Pointer)}' are one setting; keep one of them");
        }
        var found = bags.Where(static bag => !bag.IsEmpty).Select(static bag => (bag.Feature, Bag: (Bag?)bag)).Concat(left.Kept.Select(static raw => (Feature: raw, Bag: (Bag?)null)));
        var ordered = Catalog.InOrder(found, static item => item.Feature).ToArray();
        var service = new Service(Sequence<Feature>.From(ordered.Select(static item => item.Feature)));

        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (placed, bag) in Placement.Of(service).Zip(ordered, static (placed, item) => (placed, item.Bag)))
        {
            if (bag is null)
                continue;
            if (placed.Pointer != bag.Pointer)
                places[placed.Pointer] = bag.Pointer;
            foreach (var row in bag.Places.Where(row => row.Value != bag.Pointer + placed.At(row.Key).Substring(placed.Pointer.Length)))
                places[placed.At(row.Key)] = row.Value;
        }
        return new(service, findings, places);
    }

    private void Report(Rule rule, string pointer, string message) => findings.Add(new(rule, pointer, message));
}
