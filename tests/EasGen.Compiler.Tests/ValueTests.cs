using System.Text.Json;
using EasGen.Testing;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Tests;

/// <summary>A value is what the compiler makes of the expression, wherever and however it is written.</summary>
public class ValueTests
{
    private const string Names = """
        internal static class Names
        {
            public const string Team = "vision";
            public const string Bucket = $"oss://{Team}-models";
            public const int Port = 8000 + 1;
            public const double Price = 1.0 / 4;
            public const bool Yes = !false;
            public const SpreadPolicy Policy = SpreadPolicy.Zone;
            public const string? Nothing = null;
        }
        """;

    [Theory]
    [InlineData("[Label(nameof(Names), Names.Team)]", "/labels/Names", "\"vision\"")]
    [InlineData("[OssMount($\"{Names.Bucket}/iris/\", \"/models\")]", "/storage/0/oss/path", "\"oss://vision-models/iris/\"")]
    [InlineData("[Container(\"a:\" + Names.Team, Port = Names.Port)]", "/containers/0/port", "8001")]
    [InlineData("[InstanceType(\"ecs.c7.large\", SpotPriceLimit = Names.Price)]", "/cloud/computing/instances/0/spot_price_limit", "0.25")]
    [InlineData("[InstanceType(\"ecs.c7.large\", SpotPriceLimit = 2)]", "/cloud/computing/instances/0/spot_price_limit", "2")]
    [InlineData("[SpotProtection(Names.Yes)]", "/cloud/computing/disable_spot_protection_period", "false")]
    [InlineData("[Spread(Names.Policy)]", "/metadata/scheduling/spread/policy", "\"zone\"")]
    [InlineData("[Spread((SpreadPolicy)1)]", "/metadata/scheduling/spread/policy", "\"host\"")]
    [InlineData("[Spread(policy: SpreadPolicy.Default)]", "/metadata/scheduling/spread/policy", "\"default\"")]
    [InlineData("[LogFiles(\"/a\", Names.Team + \"/b\")]", "/cloud/logging/paths", "[\"/a\",\"vision/b\"]")]
    [InlineData("[LogFiles(new[] { \"/a\", nameof(Names.Port) })]", "/cloud/logging/paths", "[\"/a\",\"Port\"]")]
    [InlineData("[EasGen.LabelAttribute(value: \"b\", key: \"a\")]", "/labels/a", "\"b\"")]
    [InlineData("[L(\"a\", @\"b\\c\")]", "/labels/a", "\"b\\\\c\"")]
    [InlineData("[EasService(\"iris_classifier\", Instances = '\\u0003')]", "/metadata/instance", "3")]
    public void Is_a_constant_of_any_form(string attributes, string place, string json)
    {
        var service = attributes.Contains("EasService", StringComparison.Ordinal) ? "" : "[EasService(\"iris_classifier\")]";

        Assert.Equal(
            json,
            At(
                Manifest(
                    $"#nullable enable\nusing EasGen; using L = EasGen.LabelAttribute; "
                    + $"{service} {attributes} public partial class Iris; {Names}"),
                place));
    }

    [Theory]
    [InlineData("[EasService(\"iris_classifier\", WorkspaceId = Names.Nothing)]", "workspace_id")]
    [InlineData("[EasService(\"iris_classifier\", WorkspaceId = default)]", "workspace_id")]
    [InlineData("[EasService(\"iris_classifier\")]", "enable_grpc")]
    public void Is_not_written_when_there_is_none(string attributes, string key) =>
        Assert.DoesNotContain(
            key,
            Manifest($"#nullable enable\nusing EasGen; {attributes} public partial class Iris; {Names}"),
            StringComparison.Ordinal);

    [Fact]
    public void Comes_from_all_parts_of_the_class_in_the_order_of_their_files()
    {
        Sources sources =
        [
            ("Iris.Storage.cs", "using EasGen; namespace Acme; [OssMount(\"oss://b/2/\", \"/2\")] partial class Iris;"),
            (
                "Iris.cs",
                """
                using EasGen;
                namespace Acme;
                [EasService("iris_classifier")]
                [Container("a:1")]
                [OssMount("oss://b/1/", "/1")]
                public partial class Iris;
                """),
            (
                "Iris.Variables.cs",
                "using EasGen; namespace Acme; [EnvironmentVariable(Key, \"b\")] partial class Iris { private const string Key = \"A\"; }"),
        ];
        var manifest = Manifest(sources);

        Assert.Equal(manifest, Manifest([.. sources.Reverse()]));
        Assert.Equal("\"/1\"", At(manifest, "/storage/0/mount_path"));
        Assert.Equal("\"/2\"", At(manifest, "/storage/1/mount_path"));
        Assert.Equal("\"A\"", At(manifest, "/containers/0/env/0/name"));
    }

    [Theory]
    [InlineData("[Container(\"a:1\", Port = {|EAS0201:Reserved|}, Command = \"a\")]")]
    [InlineData("[Container(\"a:1\", Port = {|EAS0201:8000 + 80|}, Command = \"a\")]")]
    [InlineData("[Container(\"a:1\", Port = {|EAS0201:Reserved + 1010|}, Command = \"a\")]")]
    public Task Is_judged_where_it_is_used(string container) => Eas.VerifyAsync(
        $"using EasGen; [EasService(\"iris_classifier\")] {container} [InstanceType(\"ecs.c7.large\")] "
        + $"public partial class Iris {{ private const int Reserved = 8080; }}");

    private static string Manifest(Sources sources) => (string)GeneratorVerifier<EasServiceGenerator>.Run(sources, Eas.Describing)
        .Compilation.GetTypeByMetadataName("EasGen.Generated.EasManifests")!.GetMembers().OfType<IFieldSymbol>().Single().ConstantValue!;

    private static string At(string json, string place)
    {
        using var document = JsonDocument.Parse(json);
        var value = place.Split('/').Skip(1).Aggregate(document.RootElement, static (element, segment) =>
            element.ValueKind == JsonValueKind.Array
                ? element[int.Parse(segment, System.Globalization.CultureInfo.InvariantCulture)]
                : element.GetProperty(segment));
        return value.GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
    }
}
