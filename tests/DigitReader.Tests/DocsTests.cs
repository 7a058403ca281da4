using System.Text.RegularExpressions;
using EasGen.Testing;

namespace Digits.Tests;

/// <summary>The page "Serve an ONNX model" shows the sample's own code.</summary>
public partial class DocsTests
{
    [Fact]
    public void The_code_of_the_page_is_that_of_the_sample()
    {
        string[] projects = ["DigitReader", "DigitReader.Model"];
        var files = projects
            .SelectMany(project => Directory.EnumerateFiles(Repository.At("samples", project)))
            .Select(file => Lines(File.ReadAllText(file))).ToList();
        var page = File.ReadAllText(Repository.At("docs", "onnx.md"));
        var blocks = Block().Matches(page).Select(block => block.Groups[1].Value).ToList();

        Assert.InRange(blocks.Count, 4, 20);
        Assert.All(blocks, block =>
            Assert.True(
                files.Exists(file => file.Contains(Lines(block), StringComparison.Ordinal)),
                $"No file of the sample has this:\n{block}"));
    }

    // Without the indentation, which a block of a page does not share with its file.
    private static string Lines(string text) => string.Join('\n', text.Trim().Split('\n').Select(line => line.Trim()));

    [GeneratedRegex(@"^```(?:csharp|xml)\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
