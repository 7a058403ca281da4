using EasGen.Core.Catalog;
using EasGen.Core.Features;

namespace EasGen.Core.Reading;

/// <summary>All that a document says, feature by feature.</summary>
internal sealed class FeatureCollector
{
    // As many as most services have.
    private const int Usual = 32;

    private readonly List<(Feature Feature, LazyPointer Place)> all = new(Usual);

    // The settings that stand elsewhere than usual, each with the index of its feature.
    private readonly List<(int Feature, Setting Setting, string Pointer)> elsewhere = [];

    // The single values that stand for a list with one item.
    private readonly List<int> single = [];

    // The container that the walk is in. Items that are none are not counted.
    private int container = -1;

    /// <summary>The features that begin here, inside of those that are open already; these themselves where none begins.</summary>
    public OpenFeatures? Open(SchemaNode schema, PointerPath path, OpenFeatures? open, string? kind = null)
    {
        if (schema.Types.Count == 0)
            return open;
        if (schema.IsContainer)
            container++;
        return new(open, schema.TypesOf(kind), path.Depth, container) { IsSingle = schema.Alias is { IsItem: true } };
    }

    /// <summary>Takes the features that begin here, once they have been read to their end.</summary>
    public void Close(OpenFeatures open, PointerPath path)
    {
        var place = path.Place;
        for (var i = 0; i < open.Count; i++)
        {
            if (open.Built(i) is not { } builder)
                continue;
            if (open.IsSingle)
                single.Add(all.Count);
            foreach (var (setting, pointer) in builder.Elsewhere)
                elsewhere.Add((all.Count, setting, pointer));
            all.Add((builder.ToFeature(path.Key), place));
        }
    }

    /// <summary>The service, with what was kept as it is, and where the document has what it has elsewhere than usual.</summary>
    public ReadService Gather(List<Finding> findings, IReadOnlyList<Feature> kept)
    {
        JudgeSingle(findings);
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        var (service, placed, moved) = Place(kept, places);
        if (moved.Count > 0 && kept.Count > 0)
            (service, placed, _) = Place([.. kept.Select(raw => Follow(raw, moved, places))], places);
        return new(service, findings, places) { Placed = placed };
    }

    // The service, its features at their places, and the items that the document has elsewhere: from where to where they went.
    private (Service Service, AddressedFeature[] Placed, Dictionary<string, string> Moved) Place(
        IReadOnlyList<Feature> kept, Dictionary<string, string> places)
    {
        var found = new (Feature Feature, int Index)[all.Count + kept.Count];
        for (var i = 0; i < found.Length; i++)
            found[i] = (i < all.Count ? all[i].Feature : kept[i - all.Count], i);
        FeatureCatalog.Arrange(found, static item => item.Feature);
        var service = new Service(EquatableArray<Feature>.Of(Array.ConvertAll(found, static item => item.Feature)));

        var moved = new Dictionary<string, string>(StringComparer.Ordinal);
        var placed = Addressing.Of(service);
        var order = new int[all.Count];
        for (var i = 0; i < placed.Length; i++)
        {
            var index = found[i].Index;
            if (index >= all.Count)
                continue;
            order[index] = i;
            var place = all[index].Place;
            if (place == placed[i].Place)
                continue;
            places[placed[i].Pointer] = place.Text;
            if (placed[i].Type.IsItem)
                moved[place.Text] = placed[i].Pointer;
        }
        foreach (var (feature, setting, pointer) in elsewhere)
            places[placed[order[feature]].At(setting)] = pointer;
        return (service, placed, moved);
    }

    // What nobody knows of an item goes with it: where the item was, there is none any more.
    private static Feature Follow(Feature raw, Dictionary<string, string> moved, Dictionary<string, string> places)
    {
        var pointer = raw[RawSetting.Pointer]!;
        if (JsonPointer.AndAbove(pointer).Skip(1).LastOrDefault(moved.ContainsKey) is not { } item)
            return raw;
        var now = moved[item] + pointer.Substring(item.Length);
        places[now] = pointer;
        return new(raw.Type, [now, raw[RawSetting.Json]]);
    }

    // What stands for a list that is there too.
    private void JudgeSingle(List<Finding> findings)
    {
        if (single.Count == 0)
            return;
        var alone = new HashSet<int>(single);
        var listed = new Dictionary<FeatureType, int>();
        for (var i = 0; i < all.Count; i++)
        {
            if (!alone.Contains(i) && !listed.ContainsKey(all[i].Feature.Type))
                listed.Add(all[i].Feature.Type, i);
        }
        foreach (var item in single)
        {
            if (!listed.TryGetValue(all[item].Feature.Type, out var other))
                continue;
            var (pointer, list) = (all[item].Place.Text, JsonPointer.Parent(all[other].Place.Text)!);
            findings.Add(new(
                GeneralRules.EAS0003_SettingIsGivenOnce,
                pointer,
                $"'{JsonPointer.Spoken(pointer)}' and '{JsonPointer.Spoken(list)}' are the same setting; keep one of them"));
        }
    }
}
