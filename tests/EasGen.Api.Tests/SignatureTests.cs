using System.Text;
using System.Text.Json;
using EasGen.Api.Signing;
using EasGen.Testing;

namespace EasGen.Api.Tests;

/// <summary>The signature is the one that Alibaba Cloud publishes, step by step.</summary>
public class SignatureTests
{
    // The example of the signature's own documentation, for whoever has no other vectors.
    private const string Documented = """
        {
          "name": "documentation",
          "method": "POST",
          "path": "/",
          "query": {
            "ImageId": "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd",
            "RegionId": "cn-shanghai"
          },
          "headers": {
            "host": "ecs.cn-shanghai.aliyuncs.com",
            "x-acs-action": "RunInstances",
            "x-acs-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "x-acs-version": "2014-05-26",
            "x-acs-date": "2023-10-26T10:22:32Z",
            "x-acs-signature-nonce": "3156853299f313e23d1673dc12e1703d"
          },
          "body": "",
          "accessKeyId": "YourAccessKeyId",
          "accessKeySecret": "YourAccessKeySecret",
          "stringToSign": "ACS3-HMAC-SHA256\n7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259",
          "signedHeaders": "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version",
          "payloadHash": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "signature": "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0"
        }
        """;

    public static TheoryData<string, string> Vectors
    {
        get
        {
            var data = new TheoryData<string, string> { { "documentation", Documented } };
            if (Repository.Shared is { } shared)
            {
                using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(shared, "acs3-vectors.json")));
                foreach (var vector in file.RootElement.EnumerateArray())
                    data.Add(vector.GetProperty("name").GetString()!, vector.GetRawText());
            }
            return data;
        }
    }

    [Theory, MemberData(nameof(Vectors))]
    public void A_published_request_gets_its_signature(string name, string json)
    {
        using var vector = JsonDocument.Parse(json);
        var root = vector.RootElement;
        string Text(string key) => root.GetProperty(key).GetString()!;
        var headers = Pairs(root.GetProperty("headers")).ToDictionary();
        // The units of the SDKs sign a hash that no header names.
        if (headers.ContainsKey("x-acs-date"))
            headers["x-acs-content-sha256"] = CanonicalRequest.Hash(Encoding.UTF8.GetBytes(Text("body")));

        var request = CanonicalRequest.Of(Text("method"), Text("path"), Pairs(root.GetProperty("query")), headers, Text("payloadHash"));

        if (root.TryGetProperty("canonicalRequest", out var canonical))
            Assert.Equal(canonical.GetString(), request.Text);
        Assert.Equal(Text("stringToSign"), request.ToSign);
        Assert.Equal(Text("signedHeaders"), request.SignedHeaders);
        Assert.Equal(Text("signature"), Signature.Of(request, Text("accessKeySecret")));
        Assert.Equal(
            $"ACS3-HMAC-SHA256 Credential={Text("accessKeyId")},SignedHeaders={Text("signedHeaders")},Signature={Text("signature")}",
            Signature.Authorization(request, new(Text("accessKeyId"), Text("accessKeySecret"))));
        Assert.NotEmpty(name);
    }

    [Theory]
    [InlineData("", "/")]
    [InlineData("/", "/")]
    [InlineData("/a b/ü*~-_.", "/a%20b/%C3%BC%2A~-_.")]
    [InlineData("/a%2Fb", "/a%252Fb")]
    public void A_path_is_encoded_segment_by_segment(string path, string encoded) => Assert.Equal(encoded, CanonicalRequest.Path(path));

    [Fact]
    public void A_query_is_ordered_by_ordinal_value_and_keeps_empty_values() => Assert.Equal(
        "A=1&B=&a=%2B%20%2F",
        CanonicalRequest.Query([new("a", "+ /"), new("B", ""), new("A", "1")]));

    private static IEnumerable<KeyValuePair<string, string>> Pairs(JsonElement values) =>
        values.EnumerateObject().Select(static value => new KeyValuePair<string, string>(value.Name, value.Value.GetString()!));
}
