using System.Text.Json;
using EasGen.Cli.Tests.Kit;
using EasGen.Core.Comparing;
using EasGen.Core.Files;
using EasGen.Core.Writing;
using EasGen.Testing;

namespace EasGen.Cli.Tests.Pull;

/// <summary>The service JSON that is deployed, with nothing lost but its secrets.</summary>
public class PullTests : CloudTests
{
    private static readonly string Secret = Folder.Right.Replace(
        "\"port\":8000",
        "\"port\":8000,\"env\":[{\"name\":\"API_KEY\",\"value\":\"hush-hush1\"},{\"name\":\"COPY\",\"value\":\"fake-token\"}]",
        StringComparison.Ordinal);

    [Fact]
    public async Task Secrets_are_placeholders()
    {
        await CreateAsync(Secret);

        var answer = await Run("pull", "iris");

        Assert.Equal(0, answer.Code);
        using var pulled = JsonDocument.Parse(answer.Output);
        Assert.Equal("${EAS_TOKEN}", pulled.RootElement.GetProperty("token").GetString());
        var variables = pulled.RootElement.GetProperty("containers")[0].GetProperty("env").EnumerateArray()
            .Select(static one => one.GetProperty("value").GetString()!);
        Assert.Equal(["${API_KEY}", "${EAS_TOKEN}"], variables);
        Assert.Contains("note: 'token' is ${EAS_TOKEN} now; fill it in at deployment", answer.ErrorLines);
        Assert.DoesNotContain("hush-hush1", answer.Output + answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("fake-token", answer.Output + answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_imported()
    {
        await CreateAsync(Secret);

        var pulled = await Run("pull", "iris", "--output", Folder.At("iris.json"));
        var imported = await Easgen.Run("import", Folder.At("iris.json"), "--output", Folder.Root);

        Assert.Equal((0, "", 0), (pulled.Code, pulled.Output, imported.Code));
        Assert.Contains("[Container(\"acme/iris:1\"", await File.ReadAllTextAsync(Folder.At("Iris.cs")), StringComparison.Ordinal);
    }

    public static TheoryData<string> Files => [.. ServiceFiles.Own("services")];

    [Theory, MemberData(nameof(Files))]
    public async Task Nothing_else_is_lost(string path)
    {
        var before = ServiceReader.Read(ServiceFiles.Read(path));
        await CreateAsync(before.Document!.ToString());

        var answer = await Run("pull", before.ServiceName);

        Assert.Equal(0, answer.Code);
        var after = ServiceReader.Read(answer.Output);
        var written = JsonParser.Parse(ServiceWriter.Write(before.Service), out _)!;
        Assert.All(
            ServiceComparison.Compare(written, after.Document!),
            static change => Assert.True(
                change.Before is null || change.After?.Text.Contains("${", StringComparison.Ordinal) is true, change.Place));
    }

    [Fact]
    public async Task A_file_that_differs_stays()
    {
        await CreateAsync(Folder.Right);
        var file = Folder.Write("iris.json", "{}");

        var kept = await Run("pull", "iris", "--output", file);
        Assert.Equal(2, kept.Code);
        Assert.Equal(
            $"error: '{file}' already exists and differs; use --force to replace it, or another --output", Assert.Single(kept.ErrorLines));
        Assert.Equal("{}", await File.ReadAllTextAsync(file));

        Assert.Equal(0, (await Run("pull", "iris", "--output", file, "--force")).Code);
        Assert.Equal(0, (await Run("pull", "iris", "--output", file)).Code);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_one_line()
    {
        await CreateAsync(Folder.Right);

        var answer = await Run("pull", "iris", "--output", Folder.Write("a", "") + "/iris.json");

        Assert.Equal(2, answer.Code);
        Assert.Contains("cannot be written", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }
}
