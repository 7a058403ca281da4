using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Features;
using EasGen.Core.Files;
using EasGen.Core.Writing;

namespace EasGen.Core.Tests;

/// <summary>Files that say a thing in an odd way: what they say is neither lost nor made worse.</summary>
public class OddFiles
{
    [Theory]
    [InlineData("""{"unit":{}}""")]
    [InlineData("""{"confidential":{},"sinker":{}}""")]
    [InlineData("""{"containers":[{"image":"a:1","health_check":{"http_get":{}}}]}""")]
    [InlineData("""{"features":{"0":"x"},"labels":{"0":"x"}}""")]
    [InlineData("""{"containers":[{"image":"a:1"},5,{"image":"b:1","env":[7]}]}""")]
    [InlineData("""{"storage":["x",{"oss":{"path":"oss://b/c/"},"mount_path":"/m"},{"code_source":{"id":1},"mount_path":"/n"}]}""")]
    [InlineData("""{"storage":[{"oss":{"path":"oss://b/c/"},"mount_path":"/m","nfs":{"server":"x"}}]}""")]
    [InlineData("""{"model_config":"{\"a\": \"b\"}"}""")]
    [InlineData("""{"model_config":"\"text\""}""")]
    [InlineData("""{"model_config":"{ no JSON"}""")]
    [InlineData("""{"model_config":{"a":{"b":[1.50,1e400]}}}""")]
    [InlineData("""{"features":{"eas.aliyun.com/gpu-driver-version":""}}""")]
    [InlineData("""{"features":{"eas.aliyun.com/gpu-driver-version":"${DRIVER}"}}""")]
    [InlineData("""{"features":{"eas.aliyun.com/gpu-driver-version":"tesla="}}""")]
    [InlineData("""{"features":{"eas.aliyun.com/gpu-driver-version":"tesla=${VERSION}"}}""")]
    [InlineData("""{"features":{"eas.aliyun.com/gpu-driver-version":"tesla=tesla=550"}}""")]
    [InlineData("""{"metadata":{"disk":"${D}Gi","shm_size":"${S}"},"containers":[{"image":"a:1","port":"${P}"}]}""")]
    [InlineData("""{"cloud":{"computing":{"instance_type":""}}}""")]
    [InlineData("""{"metadata":{"qos":"","type":""}}""")]
    public void Are_written_as_they_were(string json) => Assert.Equal(
        Sorted(System.Text.Json.Nodes.JsonNode.Parse(json)),
        Sorted(System.Text.Json.Nodes.JsonNode.Parse(ServiceWriter.Write(ServiceReader.Read(json).Service))));

    [Theory]
    [InlineData("""{"metadata":{"disk":"${D}Gi","shm_size":"${S}"}}""")]
    [InlineData("""{"token":null}""", "EAS0019")]
    [InlineData("""{"storage":[{"mount_path":"/m","oss":null}]}""", "EAS0404")]
    [InlineData("""{"storage":[{"mount_path":"/m","code":{"id":"code-1"}}]}""", "EAS0110")]
    [InlineData("""{"storage":[{"mount_path":"/m","ossd":{"path":"oss://b/c/"}}]}""", "EAS0004")]
    [InlineData("""{"storage":[{"mount_path":"/m","code":"code-1"}]}""", "EAS0004")]
    [InlineData("""{"generate_token":true}""")]
    [InlineData("""{"features":{"eas":{"aliyun":{"com/extra-ephemeral-storage":"40Gi"}}}}""")]
    [InlineData("""{"storage":[{"oss.path":"oss://b/c/","mount_path":"/m"}]}""")]
    [InlineData("""{"storage":[{"oss":{"path":"oss://b/c/"},"mount_path":"/m","nfs.server":"x"}]}""", "EAS0404")]
    [InlineData("""{"metadata":{"workspace_id":123}}""", "EAS0016")]
    [InlineData("""{"custom":{"a":1,"a":2}}""", "EAS0004", "EAS0003")]
    public void Are_reported_for_what_is_wrong_with_them(string json, params string[] rules) =>
        Assert.Equal(rules.Order(), ServiceReader.Read(json).Findings.Select(static finding => finding.Rule.Id).Order());

    [Fact]
    public void What_nobody_knows_of_an_item_goes_where_the_item_goes()
    {
        var read = ServiceReader.Read("""{"cloud":{"computing.instances":[{"type":"a"},{"type":"b","foo":[1]}]}}""");

        Assert.Equal(
            Sorted(System.Text.Json.Nodes.JsonNode.Parse(
                """{"cloud":{"computing":{"instances":[{"type":"a"},{"type":"b","foo":[1]}]}}}""")),
            Sorted(System.Text.Json.Nodes.JsonNode.Parse(ServiceWriter.Write(read.Service))));
        Assert.Equal("/cloud/computing.instances/1/foo/0", read.Place("/cloud/computing/instances/1/foo/0"));
        Assert.DoesNotContain(read.AllFindings(), static finding => finding.Rule == RawSettingRules.EAS0008_PlaceIsFree);
    }

    [Fact]
    public void Every_key_with_a_dot_in_a_mount_is_read_without_an_exception() => Assert.All(
        from kind in FeatureCatalog.Schema.Member("storage", JsonNode.Null())!.Item.Kinds
        from featureType in FeatureCatalog.Types.Where(static featureType => featureType.Anchor == "/storage/*")
        from setting in featureType.Settings.Where(static setting => setting.PathSegments.Length > 1)
        select $$"""{"storage":[{"{{kind}}":{},"{{string.Join('.', setting.PathSegments)}}":"x"}]}""",
        static json => Assert.NotNull(ServiceReader.Read(json).AllFindings()));

    [Fact]
    public void A_missing_value_beside_one_of_a_wrong_type_is_said_once() => Assert.Equal(
        ["EAS0002"],
        ServiceReader.Read(ServiceWriter.Write(Valid).Replace(
            "\"port\": 8000",
            "\"port\": \"8000\"",
            StringComparison.Ordinal)).AllFindings().Select(static finding => finding.Rule.Id));

    [Fact]
    public void What_was_kept_is_no_raw_setting_to_be_advised_on() => Assert.DoesNotContain(
        ServiceReader.Read("""{"storage":[{"oss":{},"nfs":{"server":"a","path":"/"},"mount_path":"/m"}]}""").AllFindings(),
        static finding => finding.Rule == RawSettingRules.EAS0009_AttributeIsUsed);

    private static string Sorted(System.Text.Json.Nodes.JsonNode? node) => node switch
    {
        System.Text.Json.Nodes.JsonObject members =>
            $"{{{string.Join(",", members.Select(Sorted).Order(StringComparer.Ordinal))}}}",
        System.Text.Json.Nodes.JsonArray items => $"[{string.Join(",", items.Select(Sorted))}]",
        _ => node?.ToJsonString() ?? "null",
    };

    private static string Sorted(KeyValuePair<string, System.Text.Json.Nodes.JsonNode?> member) => $"{member.Key}:{Sorted(member.Value)}";

    [Fact]
    public void An_empty_one_says_nothing()
    {
        var read = ServiceReader.Read("{}");

        Assert.Empty(read.Findings);
        Assert.Equal("", read.ServiceName);
        Assert.DoesNotContain(read.Placed, static feature => feature.Type == RawSetting.FeatureType);
    }

    [Theory]
    [InlineData("5", "The file expects an object { … }, but this is the number 5")]
    [InlineData("""{"metadata":5}""", "'metadata' expects an object { … }, but this is the number 5")]
    [InlineData("""{"custom":{"a":1,"a":2}}""", "'custom.a' is given twice; keep one of them")]
    [InlineData("""{"storage":[{"mount_path":"/m","oss":{},"nfs":{}}]}""", "several sources (oss, nfs); keep one")]
    [InlineData("""{"storage":[{"mount_path":"/m"}]}""", "The mount has no source; give it one of oss, ")]
    [InlineData("{\"\\ud800\":1}", "A key contains half of a surrogate pair")]
    [InlineData("{\"metadata\":{\"\\ud800\":1}}", "A key in 'metadata' contains half of a surrogate pair")]
    public void Get_messages_that_name_the_place(string json, string message) => Assert.Contains(
        ServiceReader.Read(json).Findings,
        finding => finding.Message.For(Audience.Json).Contains(message, StringComparison.Ordinal));
}
