using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>The packed parts say and make the same in every compiler that loads them.</summary>
public class CompilerVersionTests
{
    /// <summary>What the programs are compiled against.</summary>
    internal static readonly string[] References =
    [
        .. Testing.References.Framework.Concat(Testing.References.AspNetCore).Select(static reference => reference.Display!),
        LocalPackage.Built("src/EasGen.Attributes", "netstandard2.0"),
        LocalPackage.Built("src/EasGen.AspNetCore", "net10.0"),
        LocalPackage.Built("samples/IrisClassifier.Model", "net10.0"),
    ];

    [Fact]
    public async Task A_sample_and_the_wrong_examples_of_the_rules_are_the_same_to_all_versions()
    {
        var programs = Examples().Append(("Iris", Sample())).ToDictionary();
        var oldest = await RunAsync(LoadedRoslyn.Versions[0], programs);

        // What the rules say is the subject of other tests; here it is enough that they say it. EAS0014 and EAS0028 are the build's, and
        // EAS1006 is for programs without EasGen.AspNetCore.
        Assert.DoesNotContain("CS", string.Concat(oldest["Iris"]), StringComparison.Ordinal);
        Assert.Contains(oldest["Iris"], static line => line.StartsWith("Iris.IrisClassifier.g.cs ", StringComparison.Ordinal));
        Assert.All(
            oldest.Where(static program => program.Key is not ("Iris" or "EAS0014" or "EAS0028" or "EAS1006")),
            static program => Assert.Contains(program.Value, line => line.StartsWith(program.Key, StringComparison.Ordinal)));

        foreach (var version in LoadedRoslyn.Versions[1..])
            Assert.Equal(oldest, await RunAsync(version, programs));
    }

    [Theory]
    [InlineData("EasGen.Compiler")]
    [InlineData("EasGen.CodeFixes")]
    public async Task No_method_calls_what_a_version_does_not_have(string part)
    {
        foreach (var version in LoadedRoslyn.Versions)
        {
            var roslyn = await LoadedRoslyn.GetAsync(version);
            Assert.InRange(roslyn.Prepare(part), 100, int.MaxValue);
        }
    }

    // Newer ones refuse the id itself.
    [Fact]
    public async Task The_oldest_takes_any_text_for_an_id_of_what_is_experimental()
    {
        const string experimental = """
            [EasGen.EasService("iris")]
            public partial class Iris
            {
                [EasGen.Predict, System.Diagnostics.CodeAnalysis.Experimental("a b")] public int Ask(int request) => request;
            }
            """;
        var said = await RunAsync(LoadedRoslyn.Versions[0], new Dictionary<string, string[]> { ["Iris"] = [experimental] });

        Assert.Contains(said["Iris"], static line => line.StartsWith("Iris.g.cs ", StringComparison.Ordinal));
        Assert.DoesNotContain(said["Iris"], static line => line.StartsWith("broken: ", StringComparison.Ordinal));
    }

    private static async Task<Dictionary<string, string[]>> RunAsync(string version, IReadOnlyDictionary<string, string[]> programs)
    {
        var roslyn = await LoadedRoslyn.GetAsync(version);
        var lines = await roslyn.RunAsync(References, [.. programs.Values]);
        return programs.Keys.Zip(lines).ToDictionary();
    }

    // The first example of a page is the wrong one.
    private static IEnumerable<(string Name, string[] Sources)> Examples() =>
        from page in Directory.EnumerateFiles(Repository.At("docs/rules"), "EAS*.md").Order(StringComparer.Ordinal)
        let wrong = MarkdownFile.Read(page).Code[0]
        where wrong.Language == "csharp"
        select (Path.GetFileNameWithoutExtension(page), new[] { wrong.Text });

    private static string[] Sample() =>
    [
        "global using System; global using System.IO; global using Microsoft.AspNetCore.Http;",
        File.ReadAllText(Repository.At("samples/IrisClassifier/IrisClassifier.cs")),
    ];
}
