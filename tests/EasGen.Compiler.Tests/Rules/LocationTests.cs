using System.Text.RegularExpressions;
using EasGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Tests.Rules;

/// <summary>Findings stand under the argument that says what is wrong, else under the attribute, else at the service.</summary>
public class LocationTests
{
    [Fact]
    public Task A_named_argument() => Eas.VerifyAsync(
        Eas.Class(container: "Port = {|EAS0201:8080|}, Command = \"a\""),
        messages: "Port 8080 belongs to the EAS engine, which runs beside every container; listen on another one, such as 8000");

    [Fact]
    public Task A_positional_argument() => Eas.VerifyAsync(Eas.Class("[OssMount({|EAS0410:\"acme/iris/\"|}, {|EAS0401:\"models\"|})]"));

    [Fact]
    public Task A_positional_argument_by_name() =>
        Eas.VerifyAsync(Eas.Class("[OssMount(mountPath: {|EAS0401:\"models\"|}, path: \"oss://acme/iris/\")]"));

    [Fact]
    public Task A_setting_that_is_missing() => Eas.VerifyAsync(
        """
        using EasGen;
        [EasService("iris_classifier")]
        [{|EAS0207:Container|}("acme/iris:1", Command = "a")]
        [InstanceType("ecs.c7.large")]
        public partial class IrisClassifier;
        """);

    [Fact]
    public Task The_second_of_two() => Eas.VerifyAsync(Eas.Class("[Label(\"team\", \"a\")] [Label(\"team\", {|EAS0003:\"b\"|})]"));

    [Fact]
    public Task The_second_in_the_artifact_of_two_that_say_one_setting_by_being_there() => Eas.VerifyAsync(
        Eas.Class("[{|EAS0003:AsyncQueue|}] [LlmRouter]").Replace(
            "[EasService(\"iris_classifier\")]",
            "[EasService(\"iris_classifier\", Group = \"chat\")]",
            StringComparison.Ordinal));

    [Fact]
    public Task A_mark_that_yields() => Eas.VerifyAsync(Eas.Class("[Tracing] [Label(\"EnableTrace\", \"false\")] [TaskMode]"));

    [Fact]
    public Task A_whole_attribute() => Eas.VerifyAsync(Eas.Class(
        """
        [InstanceType("ecs.c2.large")] [InstanceType("ecs.c3.large")] [InstanceType("ecs.c4.large")] [InstanceType("ecs.c5.large")]
        [{|EAS0501:InstanceType("ecs.c6.large")|}]
        """));

    [Fact]
    public Task What_nobody_wrote_stands_at_the_service() => Eas.VerifyAsync(
        """
        using EasGen;
        [EasService({|EAS0107:{|EAS0508:"iris_classifier"|}|})]
        public partial class IrisClassifier;
        """);

    // An editor has the code of both projects, and a build the assembly of the base.
    [Theory]
    [InlineData("[ReadinessProbe(PeriodSeconds = 0)] public bool IsReady() => true;", "EAS0702")]
    [InlineData("[ReadinessProbe(TcpPort = 8000)] public bool IsReady() => true;", "EAS1011")]
    [InlineData("[ReadinessProbe(Path = \"/a b\")] public bool IsReady() => true;", "EAS1014")]
    [InlineData("[Predict(\"no-slash\")] public int Ask(int request) => request;", "EAS1013")]
    [InlineData("[Predict(MaxBatchSize = -1)] public int[] Ask(int[] request) => request;", "EAS1035")]
    [InlineData("[Predict] public int Ask(ref int request) => request;", "EAS1010")]
    public async Task What_is_inherited_from_another_project_is_found_at_the_class(string member, string rule)
    {
        var library = CSharpCompilation.Create(
            "Models",
            [CSharpSyntaxTree.ParseText($"using EasGen; public abstract class Model {{ {member} }}")],
            Eas.Serving.ExtraReferences.AddRange(References.Framework),
            new(OutputKind.DynamicallyLinkedLibrary));
        using var file = new MemoryStream();
        Assert.True(library.Emit(file).Success);
        var place = rule == "EAS0702" ? Regex.Match(Eas.Class(), @"Container\(.*?\)(?=\])").Value : "IrisClassifier";
        var source = Eas.Class().Replace(place, $"{{|{rule}:{place}|}}", StringComparison.Ordinal);
        source = Regex.Replace(source, @"(?<=class .*IrisClassifier.*)$", " : Model", RegexOptions.Multiline);

        foreach (var reference in (MetadataReference[])[library.ToMetadataReference(), MetadataReference.CreateFromImage(file.ToArray())])
            await Eas.VerifyAsync(
                [source],
                Eas.Serving with { ExtraReferences = Eas.Serving.ExtraReferences.Add(reference) });
    }

    [Fact]
    public Task A_method() =>
        Eas.VerifyAsync(Eas.Class(members: "[ReadinessProbe(PeriodSeconds = {|EAS0702:0|})] public bool IsReady() => true;"));

    [Fact]
    public Task Every_finding_of_a_service_at_once() => Eas.VerifyAsync(Eas.Class(
        "[OssMount({|EAS0410:\"x\"|}, {|EAS0403:\"/etc\"|})] [GracefulShutdown({|EAS0601:0|})]",
        container: "Port = {|EAS0202:0|}, Command = \"a\", Script = {|EAS0204:\"exec b\"|}"));

    [Fact]
    public Task Constants_names_and_interpolations_are_values_like_any_other() => Eas.VerifyAsync(
        """
        using EasGen;
        [EasService(nameof(iris_classifier))]
        [Container($"{Settings.Registry}/iris:1", Port = {|EAS0201:Settings.Port|}, Command = "a")]
        [InstanceType("ecs." + "c7.large")]
        public partial class iris_classifier;

        internal static class Settings
        {
            public const string Registry = "acme";
            public const int Port = 8000 + 80;
        }
        """);

    [Fact]
    public Task Parts_in_several_files() => Eas.VerifyAsync(
        [Eas.Class(), "namespace Acme; [EasGen.OssMount(\"oss://a/b/\", {|EAS0401:\"models\"|})] partial class IrisClassifier;"]);

    [Theory]
    [InlineData("[LivenessProbe(TcpPort = {|EAS0704:5|}, Container = 1)]")]
    [InlineData("[ReadinessProbe(Path = {|EAS0705:\"a\"|}, Container = 1)]")]
    [InlineData("[StartupProbe(Path = \"/a\", PeriodSeconds = {|EAS0702:0|}, Container = 1)]")]
    public Task A_probe_of_a_sidecar_beside_those_that_nobody_wrote(string probe) => Eas.VerifyAsync(
        Eas.Class(
            $"[Container(\"registry-vpc.cn-shanghai.aliyuncs.com/acme/side:1\", Port = 8001, Command = \"run\")] {probe}",
            "[Predict] public Answer A(Request r) => new(\"\");"));
}
