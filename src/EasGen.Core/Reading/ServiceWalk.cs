using System.Globalization;
using EasGen.Core.Rooms;

namespace EasGen.Core;

/// <summary>Reads a service by walking the document and the <see cref="Shape"/> of all rows side by side.</summary>
internal sealed class ServiceWalk
{
    // So many keys are compared with each other faster than they are put into a set.
    private const int Few = 16;

    private readonly List<Finding> findings = [];
    private readonly List<(string Pointer, JsonNode Json)> leftOut = [];
    private readonly Dictionary<SettingValue, string> digits = [];
    private readonly Bags bags = new();
    private readonly Leftovers left;

    private ServiceWalk() => left = new(findings);

    public static ReadService Read(JsonNode document)
    {
        if (OtherDocument.Describe(document) is { } other)
            return new(Service.From([]), [new(General.EAS0002_ValueHasType, "", other)], new Dictionary<string, string>());
        var walk = new ServiceWalk();
        walk.Walk(document, Shape.Root, "", null);
        return walk.bags.Gather(walk.findings, walk.left.Kept) with { LeftOut = walk.leftOut, Digits = walk.digits };
    }

    private void Walk(JsonNode json, Shape shape, string pointer, Scope? open)
    {
        if (shape.Old is { IsOld: true } old)
            Report(General.EAS0015_PlaceIsCurrent, pointer, $"'{JsonPointer.Spoken(pointer)}' has moved to '{JsonPointer.Spoken(old.CurrentFor(pointer))}'");
        if (shape.IsList)
            WalkList(json, shape, pointer, open);
        else if (shape.Old is { IsItem: true } && json is { Kind: JsonKind.Text, Simple: "" })
            left.Keep(pointer, json);
        else if (shape.Rows.Count > 0)
            Take(json, shape, pointer, bags.Open(shape, pointer, open)!);
        else
            WalkObject(json, shape, pointer, open);
    }

    private void WalkObject(JsonNode json, Shape shape, string pointer, Scope? open)
    {
        if (json.Kind != JsonKind.Object)
        {
            left.Mistyped(pointer, json, "an object { … }");
            return;
        }
        if (json.Members.Count == 0 && shape is { Rooms.Count: 0, IsKind: false } && pointer.Length > 0)
        {
            left.Keep(pointer, json);
            return;
        }
        var kinds = Kinds(json, shape);
        if (kinds.Length == 0 && shape.Kinds.Length > 0)
        {
            left.UnknownKind(json, shape, pointer);
            return;
        }
        if (kinds.Length > 1)
            Report(Mount.EAS0404_MountHasOneSource, pointer, $"The mount has several sources ({string.Join(", ", kinds)}); keep one of them");

        open = bags.Open(shape, pointer, open, kinds.FirstOrDefault());
        var keys = json.Members.Count > Few ? new HashSet<string>(StringComparer.Ordinal) : null;
        for (var i = 0; i < json.Members.Count; i++)
        {
            var member = json.Members[i];
            var at = $"{pointer}/{JsonPointer.Escape(member.Key)}";
            if (Unicode.LoneSurrogate(member.Key) >= 0)
                Report(General.EAS0005_TextIsUnicode, pointer, $"A key{(pointer.Length == 0 ? "" : $" in '{JsonPointer.Spoken(pointer)}'")} contains half of a surrogate pair, which is not valid Unicode; correct the text");
            else if (keys is null ? json.Find(member.Key) != member.Value : !keys.Add(member.Key))
                Report(General.EAS0003_SettingIsGivenOnce, at, $"'{JsonPointer.Spoken(at)}' is given twice; keep one of them");
            else if (member.Value.Kind == JsonKind.Null && shape.Member(member.Key, member.Value) is not null)
                LeaveOut(member.Value, at);
            else if (KindOf(member.Key, shape) is { } kind && kind != kinds.FirstOrDefault())
                left.Keep(at, member.Value);
            else if (shape.Member(member.Key, member.Value) is not { } known)
                left.Unknown(member.Key, member.Value, shape, at);
            else if (known.Old?.Sibling is { } sibling && json.Find(sibling) is not null)
                Twin(member.Value, at, sibling);
            else
                Walk(member.Value, known, at, open);
        }
    }

    // The key that tells the kind of an item, also when it is the first part of a key with dots.
    private static string? KindOf(string key, Shape shape)
    {
        if (shape.Kinds.Length == 0)
            return null;
        var first = key.IndexOf('.') is >= 0 and var dot ? key.Substring(0, dot) : key;
        return Array.IndexOf(shape.Kinds, first) >= 0 ? first : null;
    }

    // What is null is no source.
    private static string[] Kinds(JsonNode json, Shape shape)
    {
        if (shape.Kinds.Length == 0)
            return [];
        return [.. json.Members
            .Where(static member => member.Value.Kind != JsonKind.Null)
            .Select(member => KindOf(member.Key, shape))
            .OfType<string>()
            .Distinct()];
    }

    // Tools write null, or an empty list, for what nobody set.
    private void LeaveOut(JsonNode json, string pointer)
    {
        leftOut.Add((pointer, json));
        if (json.Kind == JsonKind.Null)
            Report(General.EAS0019_ValueIsSaid, pointer, $"'{JsonPointer.Spoken(pointer)}' is null, which counts as not set; leave it out");
    }

    private void Twin(JsonNode json, string pointer, string sibling)
    {
        Report(General.EAS0003_SettingIsGivenOnce, pointer, $"'{JsonPointer.Spoken(pointer)}' and '{sibling}' are the same setting; keep '{sibling}'");
        left.Keep(pointer, json);
    }

    private void WalkList(JsonNode json, Shape shape, string pointer, Scope? open)
    {
        if (json.Kind != JsonKind.List)
        {
            left.Mistyped(pointer, json, "a list [ … ]");
            return;
        }
        if (json.Members.Count == 0)
            LeaveOut(json, pointer);
        for (var i = 0; i < json.Members.Count; i++)
            Walk(json.Members[i].Value, shape.Item, $"{pointer}/{i.ToString(CultureInfo.InvariantCulture)}", open);
    }

    private void Take(JsonNode json, Shape shape, string pointer, Scope open)
    {
        var taker = Taker(json, shape, open);
        if (taker.Row is MarkRow && json is { Kind: JsonKind.Text, Simple: "" })
        {
            left.Keep(pointer, json);
            return;
        }
        if (taker.Row.FromJson(json) is not { } value)
        {
            // What fills the placeholder may be of the right type.
            if (json.Kind == JsonKind.Text && Placeholder.IsIn(json.Simple))
                left.Keep(pointer, json);
            else
                left.Mistyped(pointer, json, taker.Row.ExpectedInsteadOf(json));
            return;
        }
        if (!taker.Row.IsUsual(json))
            Report(General.EAS0016_FormIsUsual, pointer, Unusual(json, taker.Row.ToJson(value), pointer));
        if (json.Kind == JsonKind.Number && taker.Row is NumberRow && taker.Row.ToJson(value).Simple != json.Simple)
            digits[taker.Row.Says(value)] = json.Simple;
        var bag = open.Find(taker.Room)!;
        if (shape.Rows.Count == 1)
            Put(bag, taker.Row, value, pointer);
        else
            PutAll(bag, json, shape, pointer);
    }

    // A mark with its text is the feature's own, whoever else could have it.
    private static (Room Room, Row Row) Taker(JsonNode json, Shape shape, Scope open)
    {
        if (shape.Rows.Count == 1)
            return shape.Rows[0];
        var (taker, least) = (shape.Rows[0], int.MaxValue);
        foreach (var known in shape.Rows)
        {
            var rank = known.Row is not MarkRow mark ? 1 : mark.IsIn(json) ? 0 : 2;
            if (rank < least && open.Find(known.Room) is not null)
                (taker, least) = (known, rank);
        }
        return taker;
    }

    private void PutAll(Bag bag, JsonNode json, Shape shape, string pointer)
    {
        for (var i = 0; i < shape.Rows.Count; i++)
        {
            var (room, row) = shape.Rows[i];
            // Rooms that share the bag may share the row.
            if (bag.Holds(room) && shape.Rows.FindIndex(known => known.Row == row && bag.Holds(known.Room)) == i && row.FromJson(json) is { } value)
                Put(bag, row, value, pointer);
        }
    }

    private void Put(Bag bag, Row row, object value, string pointer)
    {
        if (!bag.Put(row, value, pointer))
            Report(General.EAS0003_SettingIsGivenOnce, pointer, Differing(JsonPointer.Spoken(pointer), JsonPointer.Spoken(bag.Find(row)!.Place)));
    }

    private static string Unusual(JsonNode json, JsonNode usual, string pointer) =>
        $"'{JsonPointer.Spoken(pointer)}' is {Leftovers.Describe(json)}; write {usual}"
        + (json.Kind == JsonKind.Text && usual.Kind != JsonKind.Text ? " without quotes" : "");

    // A key with dots reads as the keys it is made of.
    private static string Differing(string place, string other) => place == other
        ? $"'{place}' is given twice, with different values; keep one of them"
        : $"'{place}' and '{other}' are the same setting with different values; keep one of them";

    private void Report(Rule rule, string pointer, Message message) => findings.Add(new(rule, pointer, message));
}
