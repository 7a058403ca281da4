using System.Text.Json.Nodes;
using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Core.Writing;
using EasGen.Testing;
using Node = System.Text.Json.Nodes.JsonNode;

namespace EasGen.Core.Tests;

/// <summary>Service JSON without errors: the project's own in every form, and public ones where they are.</summary>
public class Examples
{
    // It lists every field there is, those included that exclude each other.
    private const string KitchenSink = "doc-full-reference-2025.json";

    public static TheoryData<string> Files => [.. ServiceFiles.Services];

    [Theory, MemberData(nameof(Files))]
    public void Lose_nothing(string file)
    {
        var json = ServiceFiles.Read(file);

        Assert.Equal(Settings(json), Settings(ServiceWriter.Write(ServiceReader.Read(json).Service)));
    }

    [Theory, MemberData(nameof(Files))]
    public void Are_the_same_after_a_second_reading(string file)
    {
        var service = ServiceReader.Read(File.ReadAllBytes(Repository.At(file))).Service;

        Assert.Equal(service, ServiceReader.Read(ServiceWriter.Write(service)).Service);
    }

    [Theory, MemberData(nameof(Files))]
    public void Raise_no_error(string file)
    {
        var errors = ServiceReader.Read(ServiceFiles.Read(file))
            .AllFindings()
            .Where(static finding => finding.Rule.Severity == Severity.Error);

        if (Path.GetFileName(file) == KitchenSink)
            Assert.NotEmpty(errors);
        else
            Assert.Empty(errors);
    }

    // The settings of a document as lines, in the places that EAS's documentation prefers. Not written with the reader's
    // tables, which it holds against another opinion.
    private static List<string> Settings(string json)
    {
        var lines = new List<string>();
        Add(Node.Parse(json), "");
        return [.. lines.Order(StringComparer.Ordinal)];

        void Add(Node? node, string path)
        {
            if (path == "cloud/computing/instances" && node is null)
                return;
            if (node is JsonObject { Count: > 0 } branch)
            {
                foreach (var (key, value) in branch)
                    Add(value, Current($"{path}{(path.Length == 0 ? "" : "/")}{Undotted(path, key)}"));
            }
            else if (node is JsonArray { Count: > 0 } list)
            {
                for (var i = 0; i < list.Count; i++)
                    Add(list[i], $"{path}/{i}");
            }
            else
            {
                lines.Add($"{path} = {node?.ToJsonString() ?? "null"}");
            }
        }
    }

    private static string Undotted(string path, string key) =>
        path is "features" or "labels" or "model_config" ? key : key.Replace('.', '/');

    private static string Current(string path) => path switch
    {
        "name" => "metadata/name",
        "resource" => "metadata/resource",
        "metadata/gateway" => "networking/gateway",
        "cloud/computing/instance_type" => "cloud/computing/instances/0/type",
        "eas/termination_grace_period" or "runtime/termination_grace_period" => "metadata/eas/termination_grace_period",
        "features/eas/aliyun/com/extra-ephemeral-storage" => "features/eas.aliyun.com/extra-ephemeral-storage",
        "options/enable_cache" => "options/enableCache",
        "rpc" => "metadata/rpc",
        _ => path.Replace("/readiness_check", "/health_check", StringComparison.Ordinal),
    };
}
