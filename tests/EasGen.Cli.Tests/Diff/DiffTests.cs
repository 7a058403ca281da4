using System.Text.Json;
using EasGen.Cli.Tests.Kit;

namespace EasGen.Cli.Tests.Diff;

public class DiffTests
{
    private static readonly string Other = Folder.Right
        .Replace("\"instance\":2", "\"instance\":4,\"qos\":\"\"", StringComparison.Ordinal)
        .Replace(",\"command\":\"./iris\"", "", StringComparison.Ordinal);

    [Fact]
    public async Task Says_what_changes_setting_by_setting()
    {
        using var folder = new Folder();

        var answer = await Easgen.Run("diff", folder.Write("a.json", Folder.Right), folder.Write("b.json", Other));

        Assert.Equal(
            [
                "~ metadata.instance: 2 -> 4",
                "+ metadata.qos: \"\"",
                "- containers[0].command: \"./iris\"",
                "3 settings changed",
            ],
            answer.Lines);
        Assert.Equal((1, ""), (answer.Code, answer.Error));
    }

    [Fact]
    public async Task Another_layout_is_the_same()
    {
        using var folder = new Folder();
        var laidOut = Folder.Right.Replace(",", ",\n  ", StringComparison.Ordinal).Replace(":", " : ", StringComparison.Ordinal)
            .Replace("acme/iris : 1", "acme/iris:1", StringComparison.Ordinal);

        var answer = await Easgen.Run("diff", folder.Write("a.json", Folder.Right), folder.Write("b.json", "// a comment\n" + laidOut));

        Assert.Equal(["The settings are the same"], answer.Lines);
        Assert.Equal(0, answer.Code);
    }

    [Fact]
    public async Task Scripts_get_a_document()
    {
        using var folder = new Folder();

        var answer = await Easgen.Run("diff", folder.Write("a.json", Folder.Right), folder.Write("b.json", Other), "--format", "json");

        using var document = JsonDocument.Parse(answer.Output);
        var changes = document.RootElement.GetProperty("changes").EnumerateArray().Select(static change => change.GetRawText()).ToArray();
        Assert.Equal((1, 3), (document.RootElement.GetProperty("version").GetInt32(), changes.Length));
        Assert.Equal(folder.At("a.json"), document.RootElement.GetProperty("before").GetString());
        using var first = JsonDocument.Parse(changes[0]);
        Assert.Equal("metadata.instance", first.RootElement.GetProperty("setting").GetString());
        Assert.Equal(2, first.RootElement.GetProperty("before").GetInt32());
        Assert.Equal(4, first.RootElement.GetProperty("after").GetInt32());
        using var second = JsonDocument.Parse(changes[1]);
        Assert.Equal(JsonValueKind.Null, second.RootElement.GetProperty("before").ValueKind);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task Secrets_are_hidden(string format)
    {
        using var folder = new Folder();
        string Secret(string secret) => Folder.Right.Replace(
            "./iris",
            $"./iris --password=MARK-{secret} \\\"x\\\\",
            StringComparison.Ordinal);

        var answer = await Easgen.Run(
            "diff", folder.Write("a.json", Secret("one1234")), folder.Write("b.json", Secret("two1234")), "--format", format);

        Assert.Equal(1, answer.Code);
        Assert.DoesNotContain("MARK", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_a_number_elsewhere_is_a_text_once_it_is_hidden()
    {
        using var folder = new Folder();
        string With(string port) => Folder.Right.Replace(
            "\"port\":8000",
            $"\"port\":{port},\"env\":[{{\"name\":\"PASSWORD\",\"value\":\"8000\"}}]",
            StringComparison.Ordinal);

        var answer = await Easgen.Run(
            "diff", folder.Write("a.json", With("8000")), folder.Write("b.json", With("8001")), "--format", "json");

        using var document = JsonDocument.Parse(answer.Output);
        Assert.Equal("***", document.RootElement.GetProperty("changes")[0].GetProperty("before").GetString());
    }

    [Theory]
    [InlineData("{", "is not JSON: line 1, column 2: ")]
    [InlineData("[1]", "is not a service: The file expects an object")]
    [InlineData("{\"a_b\": {\"metadata\": {}}}", "is not a service: This is an environment file")]
    [InlineData("", "is empty")]
    public async Task What_is_no_service_is_one_line(string text, string says)
    {
        using var folder = new Folder();
        var wrong = folder.Write("b.json", text);

        var answer = await Easgen.Run("diff", folder.Write("a.json", Folder.Right), wrong);

        Assert.StartsWith($"error: '{wrong}' {says}", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Equal((2, ""), (answer.Code, answer.Output));
    }

    [Fact]
    public async Task Both_inputs_that_are_not_there_are_named()
    {
        using var folder = new Folder();

        var answer = await Easgen.Run("diff", folder.At("no.json"), folder.Root);

        Assert.Equal(
            [$"error: '{folder.At("no.json")}' does not exist", $"error: '{folder.Root}' contains no JSON files"],
            answer.ErrorLines);
        Assert.Equal(2, answer.Code);
    }

    [Theory]
    [InlineData("\"rpc.keepalive\":5000", "\"rpc\":{\"keepalive\":5000}")]
    [InlineData("\"workspace_id\":123", "\"workspace_id\":\"123\"")]
    [InlineData("\"cpu\":1,\"group\":null", "\"cpu\":1")]
    public async Task Two_ways_to_say_a_setting_are_the_same(string one, string other)
    {
        using var folder = new Folder();

        var answer = await Easgen.Run(
            "diff",
            folder.Write("a.json", Folder.With(Folder.Right, one)),
            folder.Write("b.json", Folder.With(Folder.Right, other)));

        Assert.Equal((0, "The settings are the same\n"), (answer.Code, answer.Output));
    }

    [Fact]
    public async Task A_value_that_is_given_again_is_a_difference()
    {
        using var folder = new Folder();
        var (once, twice) = (folder.Write("a.json", Folder.Right), folder.Write("b.json", Folder.With(Folder.Right, "\"instance\":3")));

        var added = await Easgen.Run("diff", once, twice);
        var removed = await Easgen.Run("diff", twice, once);

        Assert.Equal((1, "+ metadata.instance (again): 3"), (added.Code, added.Lines[0]));
        Assert.Equal((1, "- metadata.instance (again): 3"), (removed.Code, removed.Lines[0]));
    }
}
