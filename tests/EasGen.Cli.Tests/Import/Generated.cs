using EasGen.Core;
using EasGen.Core.Catalog;
using EasGen.Core.Features;
using EasGen.Core.Writing;
using FsCheck;

namespace EasGen.Cli.Tests.Import;

/// <summary>
/// Services with anything that the catalog knows, the feature types and settings of tomorrow included, and with what it does
/// not know.
/// </summary>
internal static class Generated
{
    private const int MostContainers = 3;

    // Each is a trap for somebody: C#, JSON, pointers, placeholders, shells, terminals.
    private static readonly string[] Texts =
    [
        "iris_1", "a", "", " ", "oss://bucket/models/", "https://example.com/acme/iris.git", "python_cpu-2.7", "11.2", "10.1", "550.127.08",
        "a \"quoted\" \\ text", "\"\"\"", "{\"a\": 1}", "{{", "[", "\"", "'", "//", "/* */", "/0/~1/*/@#", "~", "${NAME}",
        "$NAME $(pwd)", "%20",
        "one\ntwo", "one\ntwo\n", "\n", "\r\n", "\t", "\0", "\u0007\u001b[31m", "\u0085\u2028\u2029\ufeff\u200b", "鸢尾花 🌸",
        "e\u0301", "\ud83c", "\udf38\ud83c",
        "true", "null", "1", "-0", "1e3", "using System;", "#if", "\\u0041", "@\"a\"",
        "exec dotnet Iris.dll \\\n  --urls \"http://0.0.0.0:8000\"\n",
        new('x', 300),
    ];

    private static readonly string[] Keys = ["a", "b.c", "d/e", "~1", "", "0", "@", "*", "#", "鸢尾花", "a b", "\"", "\n", "class"];

    /// <summary>Services as reading gives them: nothing stands in one place twice, and everything in a container that is there.</summary>
    public static Arbitrary<Service> Service { get; } = Arb.From(
        from containers in Gen.Choose(0, MostContainers)
        from types in Gen.Sequence(FeatureCatalog.Types.Where(static type =>
            type != RawSetting.FeatureType).Select(type => Of(type, containers)))
        from raws in Gen.ListOf(Raw(containers)).Resize(3)
        from items in Gen.ListOf(RawItem).Resize(2)
        select Tidy(
            [.. types.SelectMany(static features => features), .. raws.Concat(items).DistinctBy(static raw => raw[RawSetting.Pointer])]),
        Smaller);

    /// <summary>Their documents, with something else in some of the places.</summary>
    public static Arbitrary<string> Broken { get; } = Arb.From(
        from service in Service.Generator
        from places in Gen.ArrayOf(4, Gen.Choose(0, 60))
        from wrong in Gen.ArrayOf(4, Json(2))
        select places.Zip(wrong).Aggregate(
            JsonParser.Parse(ServiceWriter.Write(service), out _)!,
            static (document, change) => Replaced(document, change.First, change.Second)).ToString());

    private static Gen<IEnumerable<Feature>> Of(FeatureType type, int containers)
    {
        if (type == EasService.FeatureType)
            return Feature(type, 0).Select(static feature => (IEnumerable<Feature>)[feature]);
        if (type == Container.FeatureType)
            return Gen.ListOf(containers, Feature(type, 0)).Select(static list => (IEnumerable<Feature>)list);
        if (type.IndexOf(FeatureType.ContainerIndex) >= 0)
        {
            return Gen.Sequence(Enumerable.Range(0, containers).Select(index => Some(type.IsItem ? 3 : 1, Feature(type, index))))
                .Select(static all => all.SelectMany(static features => features));
        }
        return Some(type.IsItem || type.IsMember ? 3 : 1, Feature(type, 0));
    }

    // Half of the services do without the feature type.
    private static Gen<IEnumerable<Feature>> Some(int most, Gen<Feature> feature) =>
        from count in Gen.Frequency(Tuple.Create(1, Gen.Constant(0)), Tuple.Create(1, Gen.Choose(1, most)))
        from features in Gen.ListOf(count, feature)
        select (IEnumerable<Feature>)features;

    private static Gen<Feature> Feature(FeatureType type, int container) => Gen
        .Sequence(type.Settings.Select(setting => setting switch
        {
            _ when setting == FeatureType.ContainerIndex => Gen.Constant<object?>(container == 0 ? null : container),
            { Path: null } => Gen.Constant<object?>(null),
            ConstantSetting mark => Gen.Constant<object?>(mark.Text),
            { Path: Setting.Key } => Gen.Elements(Keys).Select(static key => (object?)key),
            // What the constructor takes is rarely missing, the rest half of the time.
            _ => Gen.Frequency(
                Tuple.Create(type.IndexOf(setting) < type.Arguments ? 1 : 10, Gen.Constant<object?>(null)),
                Tuple.Create(10, Value(setting))),
        }))
        .Select(values => new Feature(type, [.. values]));

    private static Gen<object?> Value(Setting setting) => setting switch
    {
        StringSetting { Pattern: not null } text => Gen.Elements(Texts.Where(text.Matches)).Select(static value => (object?)value),
        StringSetting => Gen.Elements(Texts).Select(static value => (object?)value),
        IntegerSetting whole => Gen.Elements(Numbers(whole).Where(number => Array.IndexOf(whole.Reserved, number) < 0))
            .Select(static value => (object?)value),
        NumberSetting number => Gen.Elements(
            new[] { 0.001, 0.25, 0.3, 1, 2.5, 1234.567, 2_000_000 }.Where(number.Allows)).Select(static value => (object?)value),
        BooleanSetting => Arb.Generate<bool>().Select(static value => (object?)value),
        CountOrPercentSetting => Gen.Elements<object?>("0", "3", "20%", "100%", "007", "all"),
        EnumSetting choice => Gen.Frequency(
            Tuple.Create(9, Gen.Elements(choice.Choices)),
            Tuple.Create(1, Gen.Elements("", "other"))).Select(static value => (object?)value),
        AnySetting => Json(2)
            .Select(static json => json.ToString())
            .Where(json => setting.FitsAttribute(json))
            .Select(static json => (object?)json),
        JsonSetting => Gen.OneOf(Gen.Elements("text", "", "[1]", "a\nb"), Json(2)
            .Where(static json => json.Kind == JsonKind.Object)
            .Select(static json => json.ToString())).Select(static value => (object?)value),
        ArraySetting => Gen.ListOf(Gen.Elements(Texts)).Resize(4).Select(static value => (object?)EquatableArray<string>.From(value)),
        _ => throw new NotSupportedException($"No values of {setting.GetType().Name}; add some."),
    };

    private static int[] Numbers(IntegerSetting setting) =>
    [
        .. new[] { 0, 1, 2, 7, 30, 8000, 65535, int.MaxValue, -1, int.MinValue, setting.Minimum, setting.Maximum }
            .Where(number => setting.Allows(number) && number is >= int.MinValue and <= int.MaxValue)
            .Select(static number => (int)number)
            .Distinct(),
    ];

    // Keys that nobody knows, wherever keys may stand.
    private static Gen<Feature> Raw(int containers) =>
        from place in Gen.Elements(
        [
            "", "/metadata", "/metadata/rpc", "/cloud", "/cloud/computing", "/runtime",
            .. Enumerable.Range(0, containers).Select(static index => $"/containers/{index}"),
        ])
        from key in Gen.Elements(Keys)
        from json in Json(3)
        select RawSetting.Of($"{place}/{JsonPointer.Escape("zz" + key)}", json);

    // Mounts of a kind that nobody knows, in front of those that are known.
    private static Gen<Feature> RawItem =>
        from json in Json(2)
        select RawSetting.Of("/storage/0", JsonParser.Parse($"{{\"zz\": {json}}}", out _)!);

    private static Gen<JsonNode> Json(int depth)
    {
        var simple = Gen.OneOf(
            Gen.Elements(Texts).Select(JsonNode.String),
            Gen.Elements("0", "-1.50", "1e400", "12345678901234567890").Select(JsonNode.Number),
            Gen.Elements(true, false).Select(JsonNode.Boolean),
            Gen.Fresh(JsonNode.Null));
        if (depth == 0)
            return simple;
        var list = Gen.ListOf(Json(depth - 1)).Resize(3).Select(static items => JsonNode.Array(items));
        var members = Gen.ListOf(Gen.Elements(Keys).SelectMany(key => Json(depth - 1).Select(value => (Key: key, Value: value)))).Resize(4);
        return Gen.OneOf(simple, list, members.Select(static members =>
        {
            var made = JsonNode.Object();
            foreach (var (key, value) in members.DistinctBy(static member => member.Key))
                made.Add(key, value);
            return made;
        }));
    }

    // The node that is met at that step of a walk is another one.
    private static JsonNode Replaced(JsonNode document, int step, JsonNode other)
    {
        return Walk(document);

        JsonNode Walk(JsonNode node)
        {
            if (step-- == 0)
                return other;
            if (node.Kind == JsonKind.Array)
                return JsonNode.Array(node.Items.Select(Walk).ToArray());
            if (node.Kind != JsonKind.Object)
                return node;
            var made = JsonNode.Object();
            foreach (var member in node.Members)
                made.Add(member.Key, Walk(member.Value));
            return made;
        }
    }

    // Of what meets in one place the first stays, and what says nothing is not there.
    private static Service Tidy(List<Feature> features)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var tidy = new List<Feature>();
        foreach (var placed in Addressing.Of(FeatureCatalog.CreateService(features)))
        {
            var feature = placed.Feature;
            if (feature.Type != RawSetting.FeatureType)
                feature = new(
                    feature.Type,
                    [.. feature.Type.Settings.Select(setting =>
                        setting.InJson && feature.Value(setting) is not null && !taken.Add(placed.At(setting))
                            ? null
                            : feature.Value(setting))]);
            if (feature.Type == RawSetting.FeatureType
                || feature.Type.IsItem
                || feature.Type.IsObject
                || feature.Type.Settings.Any(setting => setting.InJson && feature.Value(setting) is not null))
                tidy.Add(feature);
        }
        return FeatureCatalog.CreateService(tidy);
    }

    // One feature less, or one value less.
    private static IEnumerable<Service> Smaller(Service service)
    {
        var features = service.Features.ToArray();
        for (var i = 0; i < features.Length; i++)
        {
            if (features[i].Type != Container.FeatureType && features[i].Type != EasService.FeatureType)
                yield return Tidy([.. features.Where((_, index) => index != i)]);
        }
    }
}
