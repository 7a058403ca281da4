using EasGen.Cli.Tests.Kit;
using EasGen.Testing;

namespace EasGen.Cli.Tests.Import;

/// <summary>The page "From the console to code", command by command.</summary>
public class MigrationPageTests : CloudTests
{
    private const string Artifact = "bin/Release/net10.0/eas/iris_classifier.json";

    [Fact]
    public async Task A_service_becomes_code_and_nothing_changes()
    {
        await CreateAsync(Folder.Right.Replace("\"name\":\"iris\"", "\"name\":\"iris_classifier\"", StringComparison.Ordinal));
        string[][] commands =
        [
            .. MarkdownFile.Read(Repository.At("docs", "migrate.md")).Code
                .SelectMany(static code => code.Text.Split('\n'))
                .Where(static line => line.StartsWith("easgen ", StringComparison.Ordinal))
                .Select(static line => line.Replace("…", "fake-token", StringComparison.Ordinal).Split(' ')[1..]),
        ];
        Assert.Equal(["pull", "check", "import", "plan", "deploy"], commands.Select(static words => words[0]));

        foreach (var words in commands)
        {
            if (words[0] == "plan")
                await BuildAsync();
            var answer = await RunAsync(words);
            Assert.True(answer.Code == 0, $"{words[0]}: {answer.Output}{answer.Error}");
            if (words[0] is "plan" or "deploy")
                Assert.Contains("Nothing is to be done.", answer.Output, StringComparison.Ordinal);
        }
    }

    private Task<Answer> RunAsync(string[] words)
    {
        string[] here = [.. words.Select(word => word.EndsWith(".json", StringComparison.Ordinal) ? Folder.At(word) : word)];
        return words[0] switch
        {
            "check" => Easgen.Run(here),
            "import" => Easgen.Run([.. here, "--output", Folder.Root]),
            _ => Run(here),
        };
    }

    // What the project of the class does.
    private async Task BuildAsync()
    {
        var built = Built.Of(await File.ReadAllTextAsync(Folder.At("IrisClassifier.cs")));
        Assert.Empty(built.Complaints);
        Directory.CreateDirectory(Path.GetDirectoryName(Folder.At(Artifact))!);
        await File.WriteAllTextAsync(Folder.At(Artifact), Assert.Single(built.Artifacts).Value);
    }
}
