using EasGen.Core.Catalog;
using EasGen.Core.Features;

namespace EasGen.Core.Reading;

/// <summary>Reads a service by walking the document and the <see cref="SchemaNode"/> of all settings side by side.</summary>
internal sealed class ServiceWalk
{
    // So many keys are compared with each other faster than they are put into a set.
    private const int Few = 16;

    // No service has more of them in one object, and who wrote so many looks at those that are there twice.
    private const int Many = 256;

    private readonly List<Finding> findings = [];
    private readonly List<(string Pointer, JsonNode Json)> leftOut = [];
    private readonly Dictionary<SettingValue, string> digits = [];
    private readonly FeatureCollector features = new();
    private readonly PointerPath path = new();
    private readonly UnknownSettings left;

    private ServiceWalk() => left = new(findings);

    public static ReadService Read(JsonNode document)
    {
        if (OtherDocument.Describe(document) is { } other)
            return new(
                FeatureCatalog.CreateService([]),
                [new(GeneralRules.EAS0002_ValueHasType, "", $"{other}")],
                new Dictionary<string, string>());
        var walk = new ServiceWalk();
        walk.Walk(document, FeatureCatalog.Schema, null);
        return walk.features.Gather(walk.findings, walk.left.Kept) with { LeftOut = walk.leftOut, Digits = walk.digits };
    }

    private void Walk(JsonNode json, SchemaNode schema, OpenFeatures? open)
    {
        if (schema.Alias is { IsObsolete: true } old)
            Moved(old, path.Pointer);
        if (schema.IsList)
            WalkList(json, schema, open);
        else if (schema.Alias is { IsItem: true } && json is { Kind: JsonKind.String, Text: "" })
            left.Keep(path.Pointer, json);
        else if (schema.Settings.Count > 0)
            TakeInto(json, schema, open);
        else
            WalkObject(json, schema, open);
    }

    private void Moved(Alias old, string pointer) => Report(
        GeneralRules.EAS0015_PlaceIsCurrent,
        pointer,
        $"'{JsonPointer.Spoken(pointer)}' has moved to '{JsonPointer.Spoken(old.CurrentFor(pointer))}'",
        Fix.Move(old.CurrentFor(pointer)).Certainly());

    private void WalkObject(JsonNode json, SchemaNode schema, OpenFeatures? open)
    {
        if (json.Kind != JsonKind.Object)
        {
            left.Mistyped(path.Pointer, json, "an object { … }");
            return;
        }
        if (json.Members.Count == 0 && schema is { Types.Count: 0, IsKind: false } && path.Depth > 0)
        {
            left.Keep(path.Pointer, json);
            return;
        }
        var kinds = Kinds(json, schema);
        if (kinds is null && schema.Kinds.Length > 0)
        {
            left.UnknownKind(json, schema, path.Pointer);
            return;
        }
        if (kinds?.Count > 1)
            Report(
                Mount.EAS0404_MountHasOneSource,
                path.Pointer,
                $"The mount has several sources ({string.Join(", ", kinds)}); keep one of them");

        var first = kinds?[0];
        var inner = features.Open(schema, path, open, first);
        var sieve = new KeySieve();
        var keys = json.Members.Count > Few ? new HashSet<string>(StringComparer.Ordinal) : null;
        for (var i = 0; i < json.Members.Count; i++)
        {
            var member = json.Members[i];
            if (Unicode.LoneSurrogate(member.Key) >= 0)
            {
                HalfKey(path.Pointer);
                continue;
            }
            path.Enter(member.Key);
            var known = schema.Member(member.Key, member.Value);
            if (keys is null ? !sieve.IsNew(member.Key) && json.Find(member.Key) != member.Value : !keys.Add(member.Key))
                Twice(member.Value, WithoutCopy(json, member.Key));
            else if (member.Value.Kind == JsonKind.Null && known is not null)
                LeaveOut(member.Value, path.Pointer);
            else if (KindOf(member.Key, schema) is { } kind && kind != first)
                left.Keep(path.Pointer, member.Value);
            else if (known is null)
                left.Unknown(member.Key, member.Value, schema, path.Pointer);
            else if (known.Alias?.Sibling is { } sibling && json.Find(sibling) is { Kind: not JsonKind.Null })
                Twin(member.Value, path.Pointer, sibling, WithoutCopy(json, member.Key, sibling));
            else
                Walk(member.Value, known, inner);
            path.Leave();
        }
        if (inner != open)
            features.Close(inner!, path);
    }

    private void Twice(JsonNode again, Fix? fix) => findings.Add(
        new(
            GeneralRules.EAS0003_SettingIsGivenOnce,
            path.Pointer,
            $"'{JsonPointer.Spoken(path.Pointer)}' is given twice; keep one of them",
            fix)
        {
            Bytes = again.OneLine,
        });

    private void HalfKey(string pointer) => Report(
        GeneralRules.EAS0005_TextIsUnicode,
        pointer,
        $"A key{(pointer.Length == 0 ? "" : $" in '{JsonPointer.Spoken(pointer)}'")} contains half of a surrogate pair, "
        + $"which is not valid Unicode; correct the text");

    // The key that tells the kind of an item, also when it is the first part of a key with dots.
    private static string? KindOf(string key, SchemaNode schema)
    {
        if (schema.Kinds.Length == 0)
            return null;
        var first = key.IndexOf('.') is >= 0 and var dot ? key.Substring(0, dot) : key;
        return Array.IndexOf(schema.Kinds, first) >= 0 ? first : null;
    }

    // What is null is no source.
    private static List<string>? Kinds(JsonNode json, SchemaNode schema)
    {
        if (schema.Kinds.Length == 0)
            return null;
        var kinds = default(List<string>);
        foreach (var member in json.Members)
        {
            if (member.Value.Kind != JsonKind.Null && KindOf(member.Key, schema) is { } kind && kinds?.Contains(kind) is not true)
                (kinds ??= []).Add(kind);
        }
        return kinds;
    }

    // Tools write null, or an empty list, for what nobody set.
    private void LeaveOut(JsonNode json, string pointer)
    {
        leftOut.Add((pointer, json));
        if (json.Kind == JsonKind.Null)
            Report(
                GeneralRules.EAS0019_ValueIsSaid,
                pointer,
                $"'{JsonPointer.Spoken(pointer)}' is null, which counts as not set; leave it out",
                Fix.Remove.Certainly());
    }

    private void Twin(JsonNode json, string pointer, string sibling, Fix? fix)
    {
        Report(
            GeneralRules.EAS0003_SettingIsGivenOnce,
            pointer,
            $"'{JsonPointer.Spoken(pointer)}' and '{sibling}' are the same setting; keep '{sibling}'",
            fix);
        left.Keep(pointer, json);
    }

    private void WalkList(JsonNode json, SchemaNode schema, OpenFeatures? open)
    {
        if (json.Kind != JsonKind.Array)
        {
            left.Mistyped(path.Pointer, json, "a list [ … ]");
            return;
        }
        if (json.Members.Count == 0)
            LeaveOut(json, path.Pointer);
        for (var i = 0; i < json.Members.Count; i++)
        {
            path.Enter(i);
            Walk(json.Members[i].Value, schema.Item, open);
            path.Leave();
        }
    }

    private void TakeInto(JsonNode json, SchemaNode schema, OpenFeatures? open)
    {
        var inner = features.Open(schema, path, open)!;
        Take(json, schema, inner);
        if (inner != open)
            features.Close(inner, path);
    }

    private void Take(JsonNode json, SchemaNode schema, OpenFeatures open)
    {
        var taker = Taker(json, schema, open);
        if (taker.Setting is ConstantSetting && json is { Kind: JsonKind.String, Text: "" })
        {
            left.Keep(path.Pointer, json);
            return;
        }
        if (taker.Setting.FromJson(json) is not { } value)
        {
            // What fills the placeholder may be of the right type.
            if (json.Kind == JsonKind.String && Placeholder.IsIn(json.Text))
                left.Keep(path.Pointer, json);
            else
                left.Mistyped(path.Pointer, json, taker.Setting.ExpectedInsteadOf(json));
            return;
        }
        if (!taker.Setting.IsUsual(json))
            Report(
                GeneralRules.EAS0016_FormIsUsual,
                path.Pointer,
                Unusual(json, taker.Setting.ToJson(value), path.Pointer),
                Fix.Use(taker.Setting.ToJson(value)).Certainly());
        if (json.Kind == JsonKind.Number && taker.Setting is NumberSetting && taker.Setting.ToJson(value).Text != json.Text)
            digits[taker.Setting.Says(value)] = json.Text;
        var builder = open.Find(taker.Type)!;
        if (schema.Settings.Count == 1)
            Put(builder, taker.Setting, value);
        else
            PutAll(builder, json, schema);
    }

    // A constant with its text is the feature's own, whoever else could have it.
    private static (FeatureType Type, Setting Setting) Taker(JsonNode json, SchemaNode schema, OpenFeatures open)
    {
        if (schema.Settings.Count == 1)
            return schema.Settings[0];
        var (taker, least) = (schema.Settings[0], int.MaxValue);
        foreach (var known in schema.Settings)
        {
            var rank = known.Setting is not ConstantSetting constant ? 1 : constant.IsIn(json) ? 0 : 2;
            if (rank < least && open.Find(known.Type) is not null)
                (taker, least) = (known, rank);
        }
        return taker;
    }

    private void PutAll(FeatureBuilder builder, JsonNode json, SchemaNode schema)
    {
        for (var i = 0; i < schema.Settings.Count; i++)
        {
            var (type, setting) = schema.Settings[i];
            if (builder.Holds(type) && !IsHeldBefore(builder, schema, i) && setting.FromJson(json) is { } value)
                Put(builder, setting, value);
        }
    }

    // Types that share the builder may share the setting.
    private static bool IsHeldBefore(FeatureBuilder builder, SchemaNode schema, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (schema.Settings[i].Setting == schema.Settings[index].Setting && builder.Holds(schema.Settings[i].Type))
                return true;
        }
        return false;
    }

    // Where all that the keys have is alike, the same stays, whichever goes.
    private static Fix? WithoutCopy(JsonNode json, params string[] keys) => json.Members.Count <= Many
        && json.Members
            .Where(member => Array.IndexOf(keys, member.Key) >= 0)
            .Select(static member => member.Value.ToString())
            .Distinct()
            .Count() == 1
            ? Fix.Remove.Certainly()
            : null;

    private void Put(FeatureBuilder builder, Setting setting, object value)
    {
        if (!builder.Put(setting, value, path))
            Report(
                GeneralRules.EAS0003_SettingIsGivenOnce,
                path.Pointer,
                Differing(JsonPointer.Spoken(path.Pointer), JsonPointer.Spoken(builder.PointerOf(setting, path))));
    }

    private static Message Unusual(JsonNode json, JsonNode usual, string pointer) =>
        $"'{JsonPointer.Spoken(pointer)}' is {UnknownSettings.Describe(json)}; write {usual}"
        + $"{(json.Kind == JsonKind.String && usual.Kind != JsonKind.String ? " without quotes" : "")}";

    // A key with dots reads as the keys it is made of.
    private static Message Differing(string place, string other) => place == other
        ? (Message)$"'{place}' is given twice, with different values; keep one of them"
        : $"'{place}' and '{other}' are the same setting with different values; keep one of them";

    private void Report(Rule rule, string pointer, Message message, Fix? fix = null) => findings.Add(new(rule, pointer, message, fix));
}
