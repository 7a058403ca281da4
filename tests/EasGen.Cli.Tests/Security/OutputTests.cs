using System.Text.Json;
using System.Text.RegularExpressions;
using EasGen.Cli.Tests.Kit;

namespace EasGen.Cli.Tests.Security;

/// <summary>Whatever a file says, what the tool says of it is obeyed by no terminal, no log and no viewer.</summary>
public partial class OutputTests
{
    public static TheoryData<string> Texts => [.. Attack.Texts];

    [Theory, MemberData(nameof(Texts))]
    public async Task Nothing_in_it_is_obeyed(string text)
    {
        using var folder = new Folder();
        var name = text.IndexOfAny(['\0', '/']) < 0 ? text : "a";
        var file = folder.Write($"{name}.json", Attack.Service(text));
        var broken = folder.Write($"{name}-broken.json", Attack.Service(text)[..^2]);
        var right = folder.Write("right.json", Folder.Right);

        foreach (var format in new[] { "text", "json", "sarif" })
            ShouldObeyNothing(await Easgen.Run("check", folder.Root, broken, $"{folder.Root}/{name}", "--format", format));
        foreach (var format in new[] { "text", "json" })
            ShouldObeyNothing(await Easgen.Run("diff", file, right, "--format", format));
        ShouldObeyNothing(await Easgen.Run("import", file, broken, "--output", folder.At("classes")));
        ShouldObeyNothing(await Easgen.Run("emit", file, broken, "--output", folder.At("emitted")));
    }

    [Fact]
    public async Task A_report_for_a_viewer_has_no_link_and_says_the_rest_as_it_was()
    {
        using var folder = new Folder();
        var file = folder.Write("a.json", Attack.Service("##[a](http://b)"));

        using var log = JsonDocument.Parse((await Easgen.Run("check", file, "--format", "sarif")).Output);

        var messages = log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(static result => result.GetProperty("message").GetProperty("text").GetString()!)
            .Where(static message => message.Contains("http://b", StringComparison.Ordinal))
            .ToArray();
        Assert.NotEmpty(messages);
        Assert.All(messages, static message => Assert.Contains("##[a] (http://b)", message, StringComparison.Ordinal));
    }

    internal static void ShouldObeyNothing(Answer answer)
    {
        foreach (var line in (answer.Output + answer.Error).ReplaceLineEndings("\n").Split('\n'))
        {
            Assert.DoesNotMatch(Command(), line);
            Assert.DoesNotContain(line, static sign => char.IsControl(sign) && sign != '\t' || sign == '\u202E');
        }
    }

    // What GitHub Actions, Azure Pipelines and TeamCity look for.
    [GeneratedRegex(@"^\s*::|##[A-Za-z]*\[")]
    private static partial Regex Command();
}
