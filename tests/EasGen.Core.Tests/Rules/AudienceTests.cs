using System.Text.RegularExpressions;
using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Features;
using EasGen.Core.Files;
using EasGen.Core.Writing;
using EasGen.Testing;

namespace EasGen.Core.Tests;

/// <summary>Every message has the words of those who read it: C# names beside C#, JSON keys beside JSON.</summary>
public partial class AudienceTests
{
    // Names that are said in JSON too: English words at the start of a message ("Port 8080 belongs to the EAS engine", "Cores
    // and memory without an instance type"), and the text that stands in the JSON for the attribute ("write "BestEffort"").
    private static readonly string[] Both = ["Port", "Cores", "BestEffort"];

    private static readonly HashSet<string> Names =
    [
        .. FeatureCatalog.Types.SelectMany(static type => type.Settings.Select(static setting => setting.Name).Append(type.Attribute))
            .Except(FeatureCatalog.Types.SelectMany(static type => type.Settings).SelectMany(static setting => setting.PathSegments))
            .Except(Both),
    ];

    [Fact]
    public void Beside_JSON_no_setting_has_its_name_in_CSharp() => Assert.Empty(
        from finding in InFiles()
        let message = finding.Message.For(Audience.Json)
        where Word().Matches(message).Any(static word => Names.Contains(word.Value))
        select $"{finding.Rule}: {message}");

    [Fact]
    public void Beside_CSharp_settings_have_theirs() => Assert.Equal(
        "MemoryGB, Elastic = true, Path = \"/a\", CpuResource(4, MemoryMB = 16384), [CpuResource(4, "
        + "MemoryMB = 16384)], OssMount, [OssMount], 0.5, Path, TcpPort, a, 1.5",
        Sample().ToString());

    [Fact]
    public void Beside_JSON_they_have_their_keys() => Assert.Equal(
        "'metadata.gpu_memory', \"resource_burstable\": true in 'metadata', \"path\": \"/a\" in 'http_get', "
        + "\"metadata\": {\"cpu\": 4, \"memory\": 16384}, "
        + "\"metadata\": {\"cpu\": 4, \"memory\": 16384}, "
        + "'storage[].oss', 'storage[].oss', 500, 'http_get.path', 'tcp_socket.port', b, 1.5",
        Sample().For(Audience.Json));

    [Fact]
    public void What_is_a_key_or_all_that_stands_at_one_has_no_name_in_JSON() =>
        Assert.Equal("The key, The value", InBoth($"{Label.Key}, {ScalingMetric.Threshold}").Json);

    [Fact]
    public void What_never_reaches_the_JSON_keeps_its_name() =>
        Assert.Equal(
            "DrainSeconds, DrainSeconds = 5",
            InBoth($"{GracefulShutdown.DrainSeconds}, {GracefulShutdown.DrainSeconds.Is(5)}").Json);

    [Theory]
    [InlineData("EnvironmentVariable", "'containers[].env'")]
    [InlineData("StartupProbe", "'containers[].startup_check'")]
    [InlineData("ScaleOn", "'autoscaler.strategies'")]
    [InlineData("Label", "'labels'")]
    [InlineData("GitMount", "'storage[].git'")]
    [InlineData("Autoscale", "'autoscaler'")]
    [InlineData("VpcNetwork", "'cloud.networking'")]
    [InlineData("TaskMode", "'metadata.workload_type'")]
    [InlineData("ResourceQuota", "'metadata.quota_id'")]
    [InlineData("Model", "'model_path'")]
    public void An_attribute_is_its_place_in_JSON(string attribute, string place) =>
        Assert.Equal((attribute, place), InBoth($"{Samples.Find(attribute)}"));

    [Fact]
    public void Values_and_bounds_have_the_unit_of_the_JSON()
    {
        var service = Valid.With(RequestHandling.TimeoutSeconds, -0.5).With(SystemDisk.SizeGB, 2001);

        Assert.Equal(
            [
                "'metadata.disk' is \"2001Gi\"; set it to a size from \"1Gi\" to \"2000Gi\"",
                "'metadata.rpc.keepalive' is -500; set it to a number from 1000 to 2147483000",
            ],
            ServiceRules.Check(service).Select(static finding => finding.Message.For(Audience.Json)));
    }

    [Fact]
    public void A_message_inside_of_another_speaks_with_its_voice()
    {
        Message inner = $"set {GpuResource.MemoryGB}";

        Assert.Equal(("Or set MemoryGB!", "Or set 'metadata.gpu_memory'!"), InBoth($"Or {inner}!"));
    }

    [Fact]
    public void A_text_is_the_same_for_both() => Assert.Equal(("{0} is not a hole", "{0} is not a hole"), InBoth("{0} is not a hole"));

    [Fact]
    public void Messages_are_equal_by_what_they_say()
    {
        Assert.Equal(Sample(), Sample());
        Assert.Equal(Sample().GetHashCode(), Sample().GetHashCode());
        Assert.NotEqual<Message>("MemoryGB", $"{GpuResource.MemoryGB}");
    }

    private static (string Code, string Json) InBoth(Message message) => (message.ToString(), message.For(Audience.Json));

    private static Message Sample()
    {
        var cpu = A(CpuResource.FeatureType, (CpuResource.Cores, 4), (CpuResource.MemoryMB, 16384));
        Setting[] settings = [Probe.Path, Probe.TcpPort];
        return $"{GpuResource.MemoryGB}, {ResourceGroup.Elastic.Is(true)}, {Probe.Path.Is("/a")}, {cpu}, {cpu:[]}, "
            + $"{OssMount.FeatureType}, {OssMount.FeatureType:[]}, "
            + $"{RequestHandling.TimeoutSeconds.Says(0.5)}, {settings}, {new Wording("a", "b")}, {1.5}";
    }

    // What the rules find in files: in all that the cases of the tests say as JSON, and in those that are files.
    private static IEnumerable<Finding> InFiles() => RuleBook.AllCases()
        .SelectMany(static judged =>
            judged.Service is { } service ? ServiceReader.Read(ServiceWriter.Write(service)).AllFindings() : judged.Findings())
        .Concat(ServiceFiles.All.SelectMany(static file => ServiceReader.Read(ServiceFiles.Read(file)).AllFindings()));

    [GeneratedRegex(@"[\w-]+")]
    private static partial Regex Word();
}
