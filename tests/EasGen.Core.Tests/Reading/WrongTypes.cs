using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Features;
using EasGen.Core.Files;
using EasGen.Core.Writing;

namespace EasGen.Core.Tests;

/// <summary>A value of the wrong type is reported where it stands, and is not taken for another one.</summary>
public class WrongTypes
{
    private static readonly Service Everything = Samples.Everything(new Random(1));

    public static TheoryData<string, string> Settings => Samples.Settings();

    /// <summary>Whatever contains the value of a setting: an object, or a list.</summary>
    public static TheoryData<string> Containers =>
    [
        .. (from placed in Addressing.Of(Everything)
            from setting in placed.Type.Settings
            where setting.InJson
            from above in Above(placed.At(setting))
            select above).Distinct(),
    ];

    [Theory, MemberData(nameof(Settings))]
    public void Are_found_at(string type, string name)
    {
        var (found, setting) = Samples.Find(type, name);
        var (json, pointer) = Place(type, name);

        Assert.All(Wrong(setting), wrong =>
        {
            var (service, findings, _) = ServiceReader.Read(Json.Replace(json, pointer, wrong));

            var finding = Assert.Single(findings);
            Assert.Equal(GeneralRules.EAS0002_ValueHasType, finding.Rule);
            Assert.Equal(pointer, finding.Pointer);
            Assert.Contains(wrong, finding.Message.ToString(), StringComparison.Ordinal);
            Assert.Null(service.All(found).LastOrDefault()?.Value(setting));
            Assert.Equal([pointer], service.All(RawSetting.FeatureType).Select(static raw => raw[RawSetting.Pointer]));
            Assert.Equal(
                Json.At(ServiceWriter.Write(service), pointer)?.ToJsonString(),
                System.Text.Json.Nodes.JsonNode.Parse(wrong)?.ToJsonString());
        });
    }

    [Theory, MemberData(nameof(Containers))]
    public void Are_found_in_place_of(string address)
    {
        var json = ServiceWriter.Write(Everything);
        var isList = Json.At(json, address) is System.Text.Json.Nodes.JsonArray;

        Assert.All(new[] { "1", "\"text\"", "true", isList ? "{}" : "[]" }, wrong =>
        {
            var findings = ServiceReader.Read(Json.Replace(json, address, wrong)).Findings;

            var finding = Assert.Single(findings);
            Assert.Equal(GeneralRules.EAS0002_ValueHasType, finding.Rule);
            Assert.Equal(address, finding.Pointer);
            Assert.Contains(isList ? "a list [ … ]" : "an object { … }", finding.Message.ToString(), StringComparison.Ordinal);
        });
    }

    [Theory, MemberData(nameof(Settings))]
    public void Null_is_none(string type, string name)
    {
        var (json, pointer) = Place(type, name);

        IsNone(Json.Replace(json, pointer, "null"), pointer);
    }

    [Theory, MemberData(nameof(Containers))]
    public void Null_is_none_in_place_of(string address)
    {
        // An item of a list is one, and a mount has a source.
        var key = JsonPointer.Segments(address).LastOrDefault() ?? "0";
        if (int.TryParse(key, out _) || FeatureCatalog.Schema.Member("storage", JsonNode.Null())!.Item.Kinds.Contains(key))
            return;

        IsNone(Json.Replace(ServiceWriter.Write(Everything), address, "null"), address);
    }

    [Fact]
    public void Null_is_none_in_old_places_and_beside_a_twin() => Assert.All(
        ServiceReader.Read("""{"name": null, "containers": """
            + """[{"readiness_check": null, "health_check": {"tcp_socket": {"port": 1}}}], "storage": """
            + """[{"oss": {"path": "oss://b/c/"}, "nfs": null, "mount_path": "/m"}]}""").Findings,
        static finding => Assert.Equal(GeneralRules.EAS0019_ValueIsSaid, finding.Rule));

    [Fact]
    public void Null_is_kept_where_nobody_knows_the_key()
    {
        var read = ServiceReader.Read("""{"new": null, "metadata": {"also_new": {"a": null}}}""");

        Assert.All(read.Findings, static finding => Assert.Equal(GeneralRules.EAS0004_KeyIsKnown, finding.Rule));
        Assert.Equal(["""{"a": null}""", "null"], read.Service.All(RawSetting.FeatureType).Select(static raw => raw[RawSetting.Json]));
    }

    [Theory]
    [InlineData("""{"metadata": {"name": 1, "name": "iris"}}""")]
    [InlineData("""{"cloud": {"computing": {"instance_type": ["a"], "instances": [{"type": "a"}]}}}""")]
    public void Are_not_the_mistake_of_what_is_given_twice(string json)
    {
        var rules = ServiceReader.Read(json).AllFindings().Select(static finding => finding.Rule).ToArray();

        Assert.Contains(GeneralRules.EAS0003_SettingIsGivenOnce, rules);
        Assert.DoesNotContain(GeneralRules.EAS0002_ValueHasType, rules);
    }

    [Fact]
    public void Are_all_found_at_once()
    {
        var read = ServiceReader.Read(
            """{"metadata": {"name": 1, "instance": "2"}, "containers": [null, 5, {"port": "80", "env": {}}], "labels": {"a": 1}}""");

        Assert.Equal(

            [
                "/metadata/name",
                "/metadata/instance",
                "/containers/0",
                "/containers/1",
                "/containers/2/port",
                "/containers/2/env",
                "/labels/a",
            ],
            read.Findings.Select(static finding => finding.Pointer));
    }

    [Theory]
    [InlineData("[1, 2,\n   3]", "[1, 2, 3]")]
    [InlineData("{\r\n  \"a\":   1\r\n}", "{\"a\": 1}")]
    [InlineData("[\"123456789012345678901234567890123456🌸9\"]", "[\"123456789012345678901234567890123456🌸…")]
    [InlineData("[\"1234567890123456789012345678901234567🌸9\"]", "[\"1234567890123456789012345678901234567…")]
    public void Are_shown_short_and_on_one_line(string wrong, string shown) =>
        Assert.Equal(
            $"'metadata.name' expects text, but this is the {(shown[0] == '[' ? "list" : "object")} {shown}",
            Assert.Single(ServiceReader.Read("{\"metadata\": {\"name\": " + wrong + "}}").Findings).Message.ToString());

    private static string[] Wrong(Setting setting) => setting switch
    {
        StringSetting { TakesNumbers: true } => ["{}", "[]"],
        StringSetting or EnumSetting => ["1", "0.5", "true", "{}", "[]", "[\"a\"]"],
        // A number in the place of a label is a label.
        ConstantSetting { Path: "labels/EnableTrace" } => ["{}", "[]"],
        ConstantSetting => ["1", "{}", "[]"],
        AnySetting => [],
        JsonSetting => ["1", "true", "[]"],
        SizeSetting => ["\"\"", "\"Gi\"", "\"40Mi\"", "\"1.5Gi\"", "1.5", "true", "{}", "[1]"],
        IntegerSetting => ["\"1\"", "\"\"", "1.5", "1.0", "2147483648", "-2147483649", "1e999", "true", "{}", "[1]"],
        NumberSetting { Whole: true } => ["\"1\"", "0.5", "1e999", "true", "{}", "[1]"],
        NumberSetting => ["\"1\"", "1e999", "-1e999", "true", "{}", "[1]"],
        BooleanSetting { On: { Kind: JsonKind.Boolean } } => ["\"yes\"", "\"ture\"", "0", "1", "{}", "[]"],
        BooleanSetting => ["\"yes\"", "2", "{}", "[]"],
        CountOrPercentSetting => ["1.5", "2147483648", "true", "{}", "[]"],
        ArraySetting => ["\"a\"", "1", "{}", "[1]", "[null]", "[\"a\", {}]"],
        _ => throw new NotSupportedException($"No wrong values for {setting.GetType().Name}; add some."),
    };

    private static (string Json, string Pointer) Place(string type, string name)
    {
        var (found, setting) = Samples.Find(type, name);
        var service = Samples.Having(found, setting, Samples.Values(setting)[0]);
        return (ServiceWriter.Write(service), Addressing.Of(service).Last(placed => placed.Type == found).At(setting));
    }

    private static void IsNone(string json, string pointer)
    {
        var read = ServiceReader.Read(json);

        var finding = Assert.Single(read.Findings, static finding => finding.Rule == GeneralRules.EAS0019_ValueIsSaid);
        Assert.Equal(pointer, finding.Pointer);
        Assert.Equal([pointer], read.LeftOut.Select(static left => left.Pointer));
        Assert.DoesNotContain(read.Findings, static finding => finding.Rule == GeneralRules.EAS0002_ValueHasType);
        Assert.DoesNotContain(read.Service.All(RawSetting.FeatureType), raw => raw[RawSetting.Pointer] == pointer);
    }

    private static IEnumerable<string> Above(string pointer)
    {
        for (var parent = JsonPointer.Parent(pointer); parent is not null; parent = JsonPointer.Parent(parent))
            yield return parent;
    }
}
