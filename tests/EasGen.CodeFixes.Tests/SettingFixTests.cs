using EasGen.Compiler.Analyzers;
using EasGen.Testing;

namespace EasGen.CodeFixes.Tests;

/// <summary>What a light bulb does to a setting, for each way in which a setting can be mended.</summary>
public class SettingFixTests
{
    [Theory]
    [InlineData("Port = {|EAS0201:8080|}, Command = \"a\"", "Port = 8000, Command = \"a\"")]
    [InlineData("Port = {|EAS0201:9090|}  /* why */, Command = \"a\"", "Port = 8000  /* why */, Command = \"a\"")]
    [InlineData("Port = {|EAS0201:Ports.Reserved|}, Command = \"a\"", "Port = 8000, Command = \"a\"")]
    [InlineData("Port = 8000, Command = \"a\", Script = {|EAS0204:\"exec b\"|}", "Port = 8000, Command = \"a\"")]
    [InlineData(
        "Port = 8000, Script = {|EAS0211:\"cd /app\\ndotnet App.dll\"|}",
        "Port = 8000, Script = \"cd /app\\nexec dotnet App.dll\"")]
    public Task Of_a_container(string before, string after) => VerifyAsync(Class(container: before), Class(container: after));

    [Theory]
    [InlineData("[OssMount(\"oss://acme/iris/\", {|EAS0401:\"models\"|})]", "[OssMount(\"oss://acme/iris/\", \"/models\")]")]
    [InlineData(
        "[OssMount(mountPath: {|EAS0401:\"models\"|}, path: \"oss://acme/iris/\")]",
        "[OssMount(mountPath: \"/models\", path: \"oss://acme/iris/\")]")]
    [InlineData("[OssMount({|EAS0410:\"acme/iris/\"|}, \"/models\")]", "[OssMount(\"oss://acme/iris/\", \"/models\")]")]
    [InlineData("[OssMount({|EAS0411:\"oss://acme/iris\"|}, \"/models\")]", "[OssMount(\"oss://acme/iris/\", \"/models\")]")]
    [InlineData("[EnvironmentVariable(\"API_TOKEN\", {|EAS0222:\"abc\"|})]", "[EnvironmentVariable(\"API_TOKEN\", \"${API_TOKEN}\")]")]
    [InlineData(
        "[RollingUpdate(MaxSurge = {|EAS0612:\"0\"|}, MaxUnavailable = \"0\")]",
        "[RollingUpdate(MaxSurge = \"1\", MaxUnavailable = \"0\")]")]
    [InlineData("[ReadinessProbe(Path = {|EAS0705:\"ready\"|})]", "[ReadinessProbe(Path = \"/ready\")]")]
    [InlineData(
        "[LivenessProbe(Path = \"/live\", SuccessThreshold = {|EAS0703:2|})]",
        "[LivenessProbe(Path = \"/live\", SuccessThreshold = 1)]")]
    [InlineData("[ReadinessProbe(TcpPort = {|EAS0704:7000|})]", "[ReadinessProbe(TcpPort = 8000)]")]
    [InlineData("[RequestHandling(MaxBatchSize = {|EAS0624:4|})]", "[RequestHandling]")]
    [InlineData("[PythonLibraries(\"numpy\", RequirementsFile = {|EAS0240:\"/r.txt\"|})]", "[PythonLibraries(\"numpy\")]")]
    public Task Of_a_feature(string before, string after) => VerifyAsync(Class(before), Class(after));

    [Theory]
    [InlineData("[{|EAS0009:RawSetting(\"/runtime/termination_grace_period\", \"45\")|}]", "[GracefulShutdown(45)]")]
    [InlineData("[{|EAS0009:RawSetting(\"/labels/team\", \"\\\"vision\\\"\")|}]", "[Label(\"team\", \"vision\")]")]
    [InlineData(
        "[{|EAS0009:RawSetting(\"/metadata/rpc/rate_limit\", \"5\")|}]\n[RequestHandling(IoThreads = 2)]",
        "[RequestHandling(IoThreads = 2, RateLimit = 5)]")]
    [InlineData(
        "[RequestHandling]\n[{|EAS0009:RawSetting(\"/rpc/rate_limit\", \"5\")|}, Label(\"a\", \"b\")]",
        "[RequestHandling(RateLimit = 5)]\n[Label(\"a\", \"b\")]")]
    [InlineData("[RawSetting(\"/zone\", \"5\"), {|EAS0008:RawSetting(\"/zone\", \"6\")|}]", "[RawSetting(\"/zone\", \"5\")]")]
    public Task Of_a_raw_setting(string before, string after) => VerifyAsync(Class(before), Class(after));

    [Fact]
    public Task That_is_missing() => VerifyAsync(
        Class().Replace(
            "[Container(\"acme/iris:1\", Port = 8000, Command = \"a\")]",
            "[{|EAS0207:Container|}(\"acme/iris:1\", Command = \"a\")]",
            StringComparison.Ordinal),
        Class().Replace("Port = 8000, Command = \"a\"", "Command = \"a\", Port = 8000", StringComparison.Ordinal));

    [Fact]
    public Task That_is_a_whole_attribute_on_its_own_line() => VerifyAsync(
        Class("""
            [InstanceType("ecs.c2.large")]
            [InstanceType("ecs.c3.large")]
            [InstanceType("ecs.c4.large")]
            [InstanceType("ecs.c5.large")]
            [{|EAS0501:InstanceType("ecs.c6.large")|}]
            [Label("a", "b")]
            """),
        Class("""
            [InstanceType("ecs.c2.large")]
            [InstanceType("ecs.c3.large")]
            [InstanceType("ecs.c4.large")]
            [InstanceType("ecs.c5.large")]
            [Label("a", "b")]
            """));

    [Fact]
    public Task That_is_a_whole_attribute_among_others() => VerifyAsync(
        Class("[Label(\"a\", \"b\"), Label(\"a\", {|EAS0003:\"c\"|}), Label(\"d\", \"e\")]"),
        Class("[Label(\"a\", \"b\"), Label(\"d\", \"e\")]"));

    [Fact]
    public Task In_the_whole_document_at_once() => VerifyAsync(
        Class("[OssMount(\"oss://acme/a/\", {|EAS0401:\"a\"|})] [OssMount(\"oss://acme/b/\", {|EAS0401:\"b\"|})]"),
        Class("[OssMount(\"oss://acme/a/\", \"/a\")] [OssMount(\"oss://acme/b/\", \"/b\")]"));

    [Fact]
    public Task In_all_documents_at_once() => VerifyAsync(
        [
            Class("[OssMount(\"oss://acme/a/\", {|EAS0401:\"a\"|})]"),
            "[EasGen.OssMount(\"oss://acme/b/\", {|EAS0401:\"b\"|})] partial class IrisClassifier;",
        ],
        [
            Class("[OssMount(\"oss://acme/a/\", \"/a\")]"),
            "[EasGen.OssMount(\"oss://acme/b/\", \"/b\")] partial class IrisClassifier;",
        ]);

    [Theory]
    [InlineData("[OssMount({|EAS0410:\"http://acme/iris\"|}, \"/models\")]")]
    [InlineData("[GracefulShutdown({|EAS0601:0|})]")]
    [InlineData("[InstanceType(\"ecs.c2.large\", SpotPriceLimit = {|EAS0503:0|})] [SpotProtection(true)]")]
    public Task Is_not_offered_where_nobody_can_know_the_value(string attribute) =>
        CodeFixVerifier<ServiceAnalyzer, SettingFix>.VerifyNoCodeFixAsync(Class(attribute), Options);

    private static readonly TestOptions Options = new() { ExtraReferences = [References.Of<EasServiceAttribute>()] };

    private static Task VerifyAsync(Sources before, Sources after) =>
        CodeFixVerifier<ServiceAnalyzer, SettingFix>.VerifyCodeFixAsync(before, after, Options);

    private static string Class(string attributes = "", string container = "Port = 8000, Command = \"a\"") => $$"""
        using EasGen;

        [EasService("iris_classifier")]
        [Container("acme/iris:1", {{container}})]
        [InstanceType("ecs.c7.large")]
        {{attributes}}
        public sealed partial class IrisClassifier;

        internal static class Ports
        {
            public const int Reserved = 8080;
        }
        """;
}
