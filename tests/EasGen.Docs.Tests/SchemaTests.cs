using System.Text.Json;
using EasGen.Testing;
using NJsonSchema;

namespace EasGen.Docs.Tests;

/// <summary><c>docs/eas-service.schema.json</c>, with which editors complete a service JSON.</summary>
public class SchemaTests
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(static () => JsonSchema.FromJsonAsync(SchemaFile.Write()));

    /// <summary>The files of which a schema, which sees one place at a time, can know that they are wrong.</summary>
    private static readonly string[] Refused = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Repository.At(
        "tests",
        "EasGen.Docs.Tests",
        "refused.json")))!;

    public static TheoryData<string> Examples => [.. ServiceFiles.Services];

    public static TheoryData<string> Misconfigurations => [.. ServiceFiles.Misconfigurations];

    public static TheoryData<string> Golden => [.. GoldenFiles()];

    [Theory, MemberData(nameof(Examples))]
    public async Task Takes_every_example(string file) => Assert.Empty(await Problems(file));

    [Theory, MemberData(nameof(Golden))]
    public async Task Takes_every_golden_artifact(string file) => Assert.Empty(await Problems(file));

    [Theory, MemberData(nameof(Misconfigurations))]
    public async Task Refuses_what_it_can_know_to_be_wrong(string file)
    {
        var problems = await Problems(file);
        var name = Path.GetFileName(file);

        if (Refused.Contains(name))
            Assert.NotEmpty(problems);
        else
            Assert.True(
                problems.Length == 0,
                $"The schema refuses the file; if it should, add '{name}' to tests/EasGen.Docs.Tests/refused.json.\n"
                + string.Join('\n', problems));
    }

    private static async Task<string[]> Problems(string file) =>
        [.. (await Schema.Value).Validate(ServiceFiles.Read(file)).Select(static problem => problem.ToString())];

    private static IEnumerable<string> GoldenFiles() =>
        Directory.EnumerateFiles(Repository.At("tests"), "*.golden.json", SearchOption.AllDirectories)
            .Where(static path =>
                !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
