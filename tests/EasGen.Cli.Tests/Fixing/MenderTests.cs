using System.Text;
using System.Text.RegularExpressions;
using EasGen.Cli.Fixing;
using EasGen.Cli.Tests.Import;
using EasGen.Cli.Tests.Kit;
using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Testing;

namespace EasGen.Cli.Tests.Fixing;

/// <summary>What fixes make of whole files.</summary>
public class MenderTests
{
    public static TheoryData<string> Files => [.. ServiceFiles.All];

    public static TheoryData<string> Rules => [.. ServiceRules.All.Select(static rule => rule.Id)];

    [Theory, MemberData(nameof(Files))]
    public void A_file_loses_what_was_mended_and_nothing_else(string file) => ShouldBeMended(File.ReadAllBytes(Repository.At(file)));

    [Theory, MemberData(nameof(Rules))]
    public void So_does_what_the_page_of_a_rule_calls_wrong(string rule)
    {
        var wrong = MarkdownFile.Read(Repository.At("docs", "rules", $"{rule}.md")).Code[0];

        foreach (var service in wrong.Language == "json" ? [wrong.Text] : Built.Of(wrong.Text).Artifacts.Values)
            ShouldBeMended(Encoding.UTF8.GetBytes(service));
    }

    [Theory]
    [InlineData("EAS0411", "\"oss://acme/iris/\"", "\"oss://acme/iris\"")]
    [InlineData("EAS0401", "\"/models\"", "\"models\"")]
    public void A_value_is_put_right(string rule, string right, string wrong)
    {
        const string Mounts = """
            // The model.
            "storage" : [ { "mount_path":"/models", "oss" : {"path": "oss://acme/iris/" } } ], "containers"
            """;
        var file = Kit.Folder.Right.Replace("\"containers\"", Mounts, StringComparison.Ordinal);

        var mended = Mender.Mend(Encoding.UTF8.GetBytes(file.Replace(right, wrong, StringComparison.Ordinal)), static _ => true);

        Assert.Equal(rule, Assert.Single(mended.Mended).Rule.Id);
        Assert.Equal(file, Encoding.UTF8.GetString(mended.Bytes));
    }

    [Fact]
    public void Of_two_fixes_that_exclude_each_other_the_first_is_applied()
    {
        const string Mounts = """
            "storage":[{"mount_path":"a","oss":{"path":"oss://b/c/"}},{"mount_path":"a","oss":{"path":"oss://b/d/"}}],"containers"
            """;
        var file = Kit.Folder.Right.Replace("\"containers\"", Mounts, StringComparison.Ordinal);

        var mended = Mender.Mend(Encoding.UTF8.GetBytes(file), static _ => true);

        Assert.Equal("/storage/0/mount_path", Assert.Single(mended.Mended).Pointer);
        Assert.Contains("EAS0401", Ids(mended.Bytes));
    }

    [Theory]
    [InlineData("\"instance\":2,\"instance\":2", "\"instance\":2")]
    [InlineData("\"instance\":2,\"instance\":3", null)]
    [InlineData("\"instance\":2,\"instance\":2,\"instance\":3", null)]
    [InlineData("\"instance\":2,\"instance\":3,\"instance\":2", null)]
    [InlineData("\"instance\":2,\"instance\":2,\"instance\":2", "\"instance\":2")]
    public void A_copy_goes_only_if_nothing_goes_with_it(string twice, string? left)
    {
        var file = Kit.Folder.Right.Replace("\"instance\":2", twice, StringComparison.Ordinal);

        var mended = Mender.Mend(Encoding.UTF8.GetBytes(file), static _ => true);

        Assert.Equal(file.Replace(twice, left ?? twice, StringComparison.Ordinal), Encoding.UTF8.GetString(mended.Bytes));
    }

    // Each would be certain of any other text.
    [Theory]
    [InlineData("{\"mount_path\":\"${DIR\",\"oss\":{\"path\":\"oss://b/c/\"}}")]
    [InlineData("{\"mount_path\":\"/m\",\"oss\":{\"path\":\"oss://b/${DIR:-c}\"}}")]
    public void A_misspelt_placeholder_is_not_hidden(string mount)
    {
        var file = Encoding.UTF8.GetBytes(Folder.Right.Replace(
            "\"containers\"",
            $"\"storage\":[{mount}],\"containers\"",
            StringComparison.Ordinal));

        var mended = Mender.Mend(file, static _ => true);

        Assert.Equal((0, true), (mended.Mended.Count, file.SequenceEqual(mended.Bytes)));
        Assert.NotEmpty(Ids(file));
    }

    [Fact]
    public void What_the_shell_fills_is_no_misspelt_placeholder()
    {
        const string Script = "dotnet Iris.dll --urls http://*:${PORT:-8000}";
        var file = Folder.Right.Replace(
            "\"command\":\"./iris\"",
            $"\"script\":\"{Script}\"",
            StringComparison.Ordinal);
        file = Folder.With(file, "\"eas.enable_sigterm\":true");

        var mended = Mender.Mend(Encoding.UTF8.GetBytes(file), static _ => true);

        Assert.Equal("EAS0211", Assert.Single(mended.Mended).Rule.Id);
        Assert.Contains($"\"exec {Script}\"", Encoding.UTF8.GetString(mended.Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8080")]
    [InlineData("iris-a")]
    public void What_is_a_choice_is_left_to_a_person(string wrong)
    {
        var file = Encoding.UTF8.GetBytes(Kit.Folder.Right.Replace(wrong == "8080" ? "8000" : "iris", wrong, StringComparison.Ordinal));

        var mended = Mender.Mend(file, static _ => true);

        Assert.Equal((0, true), (mended.Mended.Count, file.SequenceEqual(mended.Bytes)));
        Assert.NotEmpty(Ids(file));
    }

    // In every layout: what was mended is gone, nothing else came, the comments and the line ends are there, and the document
    // says what that of the plain file says.
    private static void ShouldBeMended(byte[] file)
    {
        var plain = Mender.Mend(file, static _ => true);
        var before = Ids(file);
        var after = Ids(plain.Bytes);
        foreach (var rule in plain.Mended)
            Assert.True(before.Remove(rule.Rule.Id));
        Assert.Empty(after.Except(before));
        Assert.True(after.Count <= before.Count);
        Assert.Equal(plain.Mended.Count == 0, file.SequenceEqual(plain.Bytes));
        Assert.Empty(Mender.Mend(plain.Bytes, static _ => true).Mended);
        if (plain.Mended.Count == 0)
            return;

        var text = Encoding.UTF8.GetString(file).ReplaceLineEndings("\n");
        var lines = Regex.Replace(text, "(?<=[\\[{,])\n", " // it's, {\n");
        var blocks = Regex.Replace(text, "(?<=[^\\s\\[{])\n", " /* it's,\n // it's, { */\n");
        var tabs = Regex.Replace(text, "^ +", "\t", RegexOptions.Multiline);
        foreach (var layout in new[] { lines, lines.ReplaceLineEndings("\r\n"), lines.ReplaceLineEndings("\r"), blocks, $"\uFEFF{tabs}" })
        {
            var mended = Mender.Mend(Encoding.UTF8.GetBytes(layout), static _ => true);
            var left = Encoding.UTF8.GetString(mended.Bytes);
            // What moves as a whole would take its comments along, and stays.
            var stays = plain.Mended.Except(mended.Mended).ToArray();
            Assert.All(stays, rule => Assert.Equal(("EAS0015", true), (rule.Rule.Id, layout.Contains("//", StringComparison.Ordinal))));
            if (stays.Length == 0)
                Assert.Equal(Document(plain.Bytes), Document(mended.Bytes));
            Assert.Equal(Count(layout, "// it's, {"), Count(left, "// it's, {"));
            Assert.Equal(layout.StartsWith('\uFEFF'), left.StartsWith('\uFEFF'));
            Assert.Equal(layout.Contains('\r', StringComparison.Ordinal) ? Count(left, "\n") : 0, Count(left, "\r\n"));
            Assert.True(Count(layout, "\n") - Count(left, "\n") <= 2 * plain.Mended.Count);
        }
    }

    private static List<string> Ids(byte[] file) => [.. ServiceReader.Read(file).AllFindings().Select(static finding => finding.Rule.Id)];

    private static string Document(byte[] file) => ServiceReader.Read(file).Document!.ToString();

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    // One after the other it took more than a minute.
    [Theory]
    [InlineData("""{"name":"V#","value":#}""", """{"name":"V#","value":"#"}""")]
    [InlineData("""{"name":"V#","value":null}""", """{"name":"V#"}""")]
    public void Thousands_of_fixes_are_applied_together(string wrong, string right)
    {
        var mended = Mender.Mend(Encoding.UTF8.GetBytes(With(wrong)), static _ => true);

        Assert.Equal(3_000, mended.Mended.Count);
        Assert.Equal(With(right), Encoding.UTF8.GetString(mended.Bytes));
    }

    private static string With(string variable)
    {
        var variables = Enumerable.Range(1, 3_000).Select(index => variable.Replace("#", $"{index}", StringComparison.Ordinal));
        return Folder.Right.Replace("\"command\"", $"\"env\":[{string.Join(",", variables)}],\"command\"", StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_much_for_one_run_is_left_for_the_next()
    {
        var mounts = Enumerable.Range(1, 9).Select(static index =>
            $$$"""{"mount_path":"/m{{{index}}}","oss":{"path":"oss://b/{{{index}}}"}}""");
        var file = Encoding.UTF8.GetBytes(Folder.Right.Replace(
            "\"containers\"",
            $"\"storage\":[{string.Join(",", mounts)}],\"containers\"",
            StringComparison.Ordinal));

        var first = Mender.Mend(file, static _ => true, mostWork: 4 * file.Length);
        var second = Mender.Mend(first.Bytes, static _ => true);

        Assert.InRange(first.Mended.Count, 1, 8);
        Assert.Equal(9, first.Mended.Count + first.Unmended.Count);
        Assert.All(first.Unmended, static left => Assert.Equal("the file is large; run the command again", left.Obstacle));
        Assert.Equal((9 - first.Mended.Count, 0), (second.Mended.Count, second.Unmended.Count));
    }

    [Fact]
    public void What_gets_in_each_others_way_is_fixed_all_the_same()
    {
        var wrong = Folder.With(Folder.Right, "\"a\":1,\"group\":null,\"resource\":null,\"qos\":null");

        var mended = Mender.Mend(Encoding.UTF8.GetBytes(wrong), static _ => true);

        Assert.Equal(3, mended.Mended.Count);
        Assert.Equal(Folder.With(Folder.Right, "\"a\":1"), Encoding.UTF8.GetString(mended.Bytes));
    }
}
