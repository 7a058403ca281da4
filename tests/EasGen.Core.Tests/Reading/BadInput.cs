using System.Text;
using System.Text.Json;
using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Features;
using EasGen.Core.Files;
using EasGen.Core.Writing;

namespace EasGen.Core.Tests;

/// <summary>Whatever a file holds, the reader answers with findings and throws nothing.</summary>
public class BadInput
{
    private static readonly string Good = ServiceWriter.Write(Samples.Everything(new Random(1)));

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("iris")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{'name': 1}")]
    [InlineData("{\"a\": 1,,}")]
    [InlineData("{,}")]
    [InlineData("{},")]
    [InlineData("// comment")]
    [InlineData("/* comment */")]
    [InlineData("{} /* comment")]
    [InlineData("{} / comment")]
    [InlineData("{} # comment")]
    [InlineData("{\"a\": NaN}")]
    [InlineData("{\"a\": \"\n\"}")]
    [InlineData("{\"a\": \"\\x\"}")]
    [InlineData("<xml/>")]
    [InlineData("\0")]
    public void What_is_no_JSON_cannot_be_read(string text)
    {
        var read = ServiceReader.Read(text);

        var finding = Assert.Single(read.Findings);
        Assert.Equal(GeneralRules.EAS0001_JsonIsWellFormed, finding.Rule);
        Assert.Equal("", finding.Pointer);
        Assert.Matches(@"^[^\n]+[^.]\z", finding.Message.ToString());
        Assert.DoesNotContain("LineNumber", finding.Message.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("BytePositionInLine", finding.Message.ToString(), StringComparison.Ordinal);
        Assert.Empty(read.Service.Features);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"iris\"")]
    [InlineData("true")]
    public void What_is_no_object_is_no_service(string json)
    {
        var finding = Assert.Single(ServiceReader.Read(json).Findings);

        Assert.Equal((GeneralRules.EAS0002_ValueHasType, ""), (finding.Rule, finding.Pointer));
    }

    [Fact]
    public void An_empty_object_is_read_and_judged()
    {
        var read = ServiceReader.Read("{}");

        Assert.Empty(read.Findings);
        Assert.Contains(read.AllFindings(), static finding => finding.Rule == EasService.EAS0107_SomethingRuns);
    }

    [Theory]
    [InlineData('[', "")]
    [InlineData('[', "{\"metadata\": ")]
    [InlineData('{', "")]
    public void Deep_nesting_is_refused(char open, string before)
    {
        var deep = open == '[' ? new string('[', 10_000) : string.Concat(Enumerable.Repeat("{\"a\":", 10_000));

        Assert.Equal(GeneralRules.EAS0001_JsonIsWellFormed, Assert.Single(ServiceReader.Read(before + deep).Findings).Rule);
    }

    [Fact]
    public void Unknown_keys_are_named_once_whatever_they_hold()
    {
        var read = ServiceReader.Read(
            """{"meta": {"deep": [{"x": 1}]}, "metadata": {"name": "iris", "Name": "x"}, "containers": """
            + """[{"livenessProbe": {}}], "": 1, "*": 2, "@": 3}""");

        Assert.All(read.Findings, static finding => Assert.Equal(GeneralRules.EAS0004_KeyIsKnown, finding.Rule));
        Assert.Equal(
            ["/meta", "/metadata/Name", "/containers/0/livenessProbe", "/", "/*", "/@"],
            read.Findings.Select(static finding => finding.Pointer));
        Assert.Equal("iris", read.Service.First(EasService.FeatureType)![EasService.Name]);
    }

    [Theory]
    [InlineData("""{"metadata": {"name": "a", "name": "b"}}""", "/metadata/name")]
    [InlineData("""{"metadata": {"name": "a"}, "metadata": {"name": "b"}}""", "/metadata")]
    [InlineData("""{"metadata": {"name": "a", "\u006eame": "b"}}""", "/metadata/name")]
    [InlineData("""{"containers": [{"image": "a", "image": "b"}]}""", "/containers/0/image")]
    [InlineData("""{"labels": {"a/b": "1", "a/b": "2"}}""", "/labels/a~1b")]
    [InlineData("""{"nonsense": 1, "nonsense": 2}""", "/nonsense")]
    public void Keys_given_twice_are_named(string json, string pointedAt)
    {
        var finding = Assert.Single(
            ServiceReader.Read(json).Findings,
            static finding => finding.Rule == GeneralRules.EAS0003_SettingIsGivenOnce);

        Assert.Equal(pointedAt, finding.Pointer);
    }

    [Fact]
    public void The_first_of_two_values_stays() =>
        Assert.Equal(
            "a",
            ServiceReader.Read("""{"metadata": {"name": "a", "name": "b"}}""").Service.First(EasService.FeatureType)![EasService.Name]);

    [Theory]
    [InlineData("""{"\ud800": 1}""", "")]
    [InlineData("""{"metadata": {"\udc00\ud800": 1}}""", "/metadata")]
    [InlineData("""{"labels": {"a": "1", "\ud800": "2"}}""", "/labels")]
    [InlineData("""{"containers": [{"x\ud800x": 1}]}""", "/containers/0")]
    public void Half_a_surrogate_pair_in_a_key_is_found_beside_it(string json, string pointedAt)
    {
        var finding = Assert.Single(ServiceReader.Read(json).Findings);

        Assert.Equal((GeneralRules.EAS0005_TextIsUnicode, pointedAt), (finding.Rule, finding.Pointer));
    }

    [Fact]
    public void Half_a_surrogate_pair_as_such_becomes_a_sign_that_no_name_may_hold() => Assert.Contains(
        ServiceReader.Read("{\"metadata\": {\"name\": \"a\ud800\"}}").AllFindings(),
        static finding => finding.Rule == Features.EasService.EAS0101_NameHasAllowedCharacters);

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'{', 0, (byte)'}', 0 })]
    [InlineData(new byte[] { (byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)':', (byte)'1', (byte)'}' })]
    [InlineData(new byte[] { (byte)'{', (byte)'}', 0xED, 0xA0, 0x80 })]
    public void What_is_no_UTF8_is_refused(byte[] file)
    {
        var finding = Assert.Single(ServiceReader.Read(file).AllFindings());

        Assert.Equal(GeneralRules.EAS0001_JsonIsWellFormed, finding.Rule);
        Assert.StartsWith("The file is not UTF-8", finding.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_mark_of_UTF8_is_passed_over() => Assert.Equal(
        "iris",
        ServiceReader.Read([0xEF, 0xBB, 0xBF, .. """{"metadata": {"name": "iris"}}"""u8]).Service
            .First(EasService.FeatureType)![EasService.Name]);

    [Fact]
    [Trait("Takes", "Time")]
    public void Fifty_megabytes_are_read_and_kept()
    {
        var large = new string('x', 25_000_000);
        var read = ServiceReader.Read(
            $$"""{"metadata": {"name": "iris"}, "containers": [{"image": "a:1", "script": "{{large}}"}], "unknown": "{{large}}"}""");

        Assert.Equal(["/unknown"], read.Findings.Select(static finding => finding.Pointer));
        Assert.Equal(large, read.Service.First(Container.FeatureType)![Container.Script]);
        Assert.Equal(large.Length + 2, read.Service.First(RawSetting.FeatureType)![RawSetting.Json]!.Length);
        Assert.All(read.AllFindings(), static finding => Assert.InRange(finding.Message.ToString().Length, 1, 1_000));
    }

    [Fact]
    [Trait("Takes", "Time")]
    public void Many_items_and_many_unknown_keys_take_no_square_of_the_time()
    {
        var items = string.Join(
            ',',
            Enumerable.Range(0, 100_000).Select(static i => $$"""{"name": "A{{i}}", "value": "b", "x{{i}}": 1}"""));
        var read = ServiceReader.Read($$"""{"containers": [{"image": "a:1", "env": [{{items}}]}]}""");

        Assert.Equal(100_000, read.Findings.Count);
        Assert.Equal(100_000, read.Service.All(EnvironmentVariable.FeatureType).Count());
    }

    [Fact]
    [Trait("Takes", "Time")]
    public void Many_containers_with_unknown_keys_take_no_square_of_the_time()
    {
        var items = string.Join(
            ',',
            Enumerable.Range(0, 30_000).Select(static i => $$"""{"image": "a:{{i}}", "env": [{"name": "A", "value": [], "x": 1}]}"""));
        var read = ServiceReader.Read($$"""{"containers": [{{items}}]}""");

        Assert.Equal(60_000, read.Findings.Count);
        Assert.Equal("/containers/29999/env/0", read.Placed.Last(static placed => placed.Type == EnvironmentVariable.FeatureType).Pointer);
        Assert.Equal(
            30_000,
            read.AllFindings().Count(static finding => finding.Rule == GeneralRules.EAS0002_ValueHasType));
    }

    [Fact]
    [Trait("Takes", "Time")]
    public void Many_items_that_move_with_what_is_in_them_take_no_square_of_the_time()
    {
        var items = string.Join(',', Enumerable.Repeat("""{"type": "ecs.c7.large", "x": 1}""", 30_000));
        var read = ServiceReader.Read(
            $$"""{"cloud": {"computing": {"instance_type": "ecs.g7.large", "instances": [{{items}}] } } }""");

        Assert.Contains("/cloud/computing/instances/30000/x", read.Service.All(RawSetting.FeatureType).Select(
            static raw => raw[RawSetting.Pointer]));
    }

    [Fact]
    [Trait("Takes", "Time")]
    public void A_file_that_ends_too_early_throws_nothing()
    {
        for (var length = 0; length < Good.TrimEnd().Length; length += 11)
            Assert.Equal(GeneralRules.EAS0001_JsonIsWellFormed, Assert.Single(ServiceReader.Read(Good[..length]).Findings).Rule);
    }

    [Fact]
    [Trait("Takes", "Time")]
    public void A_file_with_any_character_changed_throws_nothing()
    {
        const string others = "{}[]\":,0-9.eE\\tnu \n\0\ud800花/*";
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var text = Good.ToCharArray();
            text[random.Next(text.Length)] = others[random.Next(others.Length)];

            var read = ServiceReader.Read(new string(text));
            var places = new FileSpans(Encoding.UTF8.GetBytes(text), read);

            Assert.All(read.AllFindings(), finding => Assert.NotNull(places.Find(finding.Pointer)));
            JsonDocument.Parse(ServiceWriter.Write(read.Service)).Dispose();
        }
    }
}
