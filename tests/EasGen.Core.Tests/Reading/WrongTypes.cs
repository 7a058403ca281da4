using EasGen.Core.Rooms;

namespace EasGen.Core.Tests;

/// <summary>A value of the wrong type is reported where it stands, and is not taken for another one.</summary>
public class WrongTypes
{
    private static readonly Service Everything = Samples.Everything(new Random(1));

    public static TheoryData<string, string> Rows => Samples.Rows();

    /// <summary>Whatever contains the value of a row: an object, or a list.</summary>
    public static TheoryData<string> Containers =>
    [
        .. (from placed in Placement.Of(Everything)
            from row in placed.Feature.Room.Rows
            where row.InJson
            from above in Above(placed.At(row))
            select above).Distinct(),
    ];

    [Theory, MemberData(nameof(Rows))]
    public void Are_found_at(string room, string row)
    {
        var (found, setting) = Samples.Find(room, row);
        var (json, pointer) = Place(room, row);

        Assert.All(Wrong(setting), wrong =>
        {
            var (service, findings, _) = ServiceReader.Read(Json.Replace(json, pointer, wrong));

            var finding = Assert.Single(findings);
            Assert.Equal(General.EAS0002_ValueHasType, finding.Rule);
            Assert.Equal(pointer, finding.Pointer);
            Assert.Contains(wrong, finding.Message.ToString(), StringComparison.Ordinal);
            Assert.Null(service.All(found).LastOrDefault()?.Value(setting));
            Assert.Equal([pointer], service.All(RawSetting.Room).Select(static raw => raw[RawSetting.Pointer]));
            Assert.Equal(Json.At(ServiceWriter.Write(service), pointer)?.ToJsonString(), System.Text.Json.Nodes.JsonNode.Parse(wrong)?.ToJsonString());
        });
    }

    [Theory, MemberData(nameof(Containers))]
    public void Are_found_in_place_of(string address)
    {
        var json = ServiceWriter.Write(Everything);
        var isList = Json.At(json, address) is System.Text.Json.Nodes.JsonArray;

        var isNullable = OldForms.NullLists.Contains(address);

        Assert.All(new[] { isNullable ? "0" : "null", "1", "\"text\"", "true", isList ? "{}" : "[]" }, wrong =>
        {
            var findings = ServiceReader.Read(Json.Replace(json, address, wrong)).Findings;

            var finding = Assert.Single(findings);
            Assert.Equal(General.EAS0002_ValueHasType, finding.Rule);
            Assert.Equal(address, finding.Pointer);
            Assert.Contains(isList ? "a list in brackets" : "an object in braces", finding.Message.ToString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Are_all_found_at_once()
    {
        var read = ServiceReader.Read("""{"metadata": {"name": 1, "instance": "2"}, "containers": [null, {"port": "80", "env": {}}], "labels": {"a": 1}}""");

        Assert.Equal(
            ["/metadata/name", "/metadata/instance", "/containers/0", "/containers/1/port", "/containers/1/env", "/labels/a"],
            read.Findings.Select(static finding => finding.Pointer));
    }

    [Theory]
    [InlineData("[1, 2,\n   3]", "[1, 2, 3]")]
    [InlineData("{\r\n  \"a\":   1\r\n}", "{\"a\": 1}")]
    [InlineData("[\"123456789012345678901234567890123456🌸9\"]", "[\"123456789012345678901234567890123456🌸…")]
    [InlineData("[\"1234567890123456789012345678901234567🌸9\"]", "[\"1234567890123456789012345678901234567…")]
    public void Are_shown_short_and_on_one_line(string wrong, string shown) =>
        Assert.Equal($"'/metadata/name' is {shown}; write text in quotes", Assert.Single(ServiceReader.Read("{\"metadata\": {\"name\": " + wrong + "}}").Findings).Message.ToString());

    private static string[] Wrong(Row row) => row switch
    {
        TextRow { TakesNumbers: true } => ["null", "{}", "[]"],
        TextRow or ChoiceRow => ["1", "0.5", "true", "null", "{}", "[]", "[\"a\"]"],
        // A number in the place of a label is a label.
        MarkRow { Path: "labels/EnableTrace" } => ["null", "{}", "[]"],
        MarkRow => ["1", "null", "{}", "[]"],
        OpaqueRow => ["1", "true", "null", "[]"],
        SizeRow => ["\"\"", "\"Gi\"", "\"40Mi\"", "\"1.5Gi\"", "1.5", "true", "null", "{}", "[1]"],
        IntegerRow => ["\"1\"", "\"\"", "1.5", "1.0", "2147483648", "-2147483649", "1e999", "true", "null", "{}", "[1]"],
        NumberRow { Whole: true } => ["\"1\"", "0.5", "1e999", "true", "null", "{}", "[1]"],
        NumberRow => ["\"1\"", "1e999", "-1e999", "true", "null", "{}", "[1]"],
        SwitchRow { On: { Kind: JsonKind.Switch } } => ["\"yes\"", "\"ture\"", "0", "1", "null", "{}", "[]"],
        SwitchRow => ["\"yes\"", "2", "null", "{}", "[]"],
        AmountRow => ["1.5", "2147483648", "true", "null", "{}", "[]"],
        ListRow => ["\"a\"", "1", "null", "{}", "[1]", "[null]", "[\"a\", {}]"],
        _ => throw new NotSupportedException($"No wrong values for {row.GetType().Name}; add some."),
    };

    private static (string Json, string Pointer) Place(string room, string row)
    {
        var (found, setting) = Samples.Find(room, row);
        var service = Samples.Having(found, setting, Samples.Values(setting)[0]);
        return (ServiceWriter.Write(service), Placement.Of(service).Last(placed => placed.Feature.Room == found).At(setting));
    }

    private static IEnumerable<string> Above(string pointer)
    {
        for (var parent = JsonPointer.Parent(pointer); parent is not null; parent = JsonPointer.Parent(parent))
            yield return parent;
    }
}
