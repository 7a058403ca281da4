using EasGen.Testing;
using NJsonSchema;

namespace EasGen.Docs.Tests;

/// <summary><c>docs/eas-service.schema.json</c>, with which editors complete a service JSON.</summary>
public class SchemaTests
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(static () => JsonSchema.FromJsonAsync(SchemaWriter.Write()));

    /// <summary>The files of which a schema, which sees one place at a time, can know that they are wrong.</summary>
    private static readonly string[] Catchable =
    [
        "01-reserved-port-8080", "19-instances-as-strings", "21-oss-without-scheme", "23-bad-service-name", "27-gateway-shared", "29-negative-instance",
    ];

    public static TheoryData<string> Examples => [.. Files(Path.Combine(Repository.Shared, "examples"), "*.json")];

    public static TheoryData<string> Misconfigurations => [.. Files(Path.Combine(Repository.Shared, "misconfigs"), "*.json")];

    public static TheoryData<string> Golden => [.. Files(Repository.At("tests"), "*.golden.json").Concat(Files(Repository.At("tests", "EasGen.Compiler.Tests", "Golden"), "*.json")).Distinct()];

    [Fact]
    public void Is_what_the_rows_say() => Testing.Golden.Verify(SchemaWriter.Write(), "../../docs/eas-service.schema.json");

    [Theory, MemberData(nameof(Examples))]
    public async Task Takes_every_example(string file) => Assert.Empty(await Problems(file));

    [Theory, MemberData(nameof(Golden))]
    public async Task Takes_every_golden_artifact(string file) => Assert.Empty(await Problems(file));

    [Theory, MemberData(nameof(Misconfigurations))]
    public async Task Refuses_what_it_can_know_to_be_wrong(string file) =>
        Assert.Equal(Catchable.Contains(Path.GetFileNameWithoutExtension(file)), (await Problems(file)).Length > 0);

    private static async Task<string[]> Problems(string file) =>
        [.. (await Schema.Value).Validate(await File.ReadAllTextAsync(file)).Select(static problem => problem.ToString())];

    private static IEnumerable<string> Files(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
        .Where(static path => !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
