using System.Text.Json.Nodes;
using EasGen.Testing;
using Node = System.Text.Json.Nodes.JsonNode;

namespace EasGen.Core.Tests;

/// <summary>Real configurations from documentation and public repositories. They lie in <c>shared</c>, beside the repository.</summary>
public class Examples
{
    private static readonly string Folder = Path.Combine(Repository.Shared, "examples");

    // It lists every field there is, those included that exclude each other.
    private const string KitchenSink = "doc-full-reference-2025.json";

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.json").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public void Lose_nothing(string file)
    {
        var json = File.ReadAllText(Path.Combine(Folder, file));

        Assert.Equal(Settings(json), Settings(ServiceWriter.Write(ServiceReader.Read(json).Service)));
    }

    [Theory, MemberData(nameof(Files))]
    public void Are_the_same_after_a_second_reading(string file)
    {
        var service = ServiceReader.Read(File.ReadAllBytes(Path.Combine(Folder, file))).Service;

        Assert.Equal(service, ServiceReader.Read(ServiceWriter.Write(service)).Service);
    }

    [Theory, MemberData(nameof(Files))]
    public void Raise_no_error(string file) => Assert.Equal(
        file == KitchenSink,
        ServiceReader.Read(File.ReadAllText(Path.Combine(Folder, file))).AllFindings().Any(static finding => finding.Rule.Severity == Severity.Error));

    [Fact]
    public void Are_all_there() => Assert.Equal(20, Files.Count);

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

    private static string Undotted(string path, string key) => path is "features" or "labels" or "model_config" ? key : key.Replace('.', '/');

    private static string Current(string path) => path switch
    {
        "name" => "metadata/name",
        "cloud/computing/instance_type" => "cloud/computing/instances/0/type",
        _ => path,
    };
}
