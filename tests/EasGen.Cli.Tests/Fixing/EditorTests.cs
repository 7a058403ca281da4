using System.Text;
using EasGen.Cli.Fixing;
using EasGen.Core.Files;

namespace EasGen.Cli.Tests.Fixing;

/// <summary>What a change by place leaves of a text.</summary>
public class EditorTests
{
    [Theory]
    [InlineData("""{"a":1,"b":2,"c":3}""", """{"a":1,"c":3}""")]
    [InlineData("""{"b":2,"c":3}""", """{"c":3}""")]
    [InlineData("""{"a":1,"b":2}""", """{"a":1}""")]
    [InlineData("""{"b":2}""", """{}""")]
    [InlineData("""{ "a": 1, "b": 2, "c": 3 }""", """{ "a": 1, "c": 3 }""")]
    [InlineData("""{ "a": 1, "b": 2 }""", """{ "a": 1 }""")]
    [InlineData("""{ "b": 2, "c": 3 }""", """{ "c": 3 }""")]
    [InlineData("""{ "b": 2 }""", """{ }""")]
    [InlineData("{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}\n", "{\n  \"a\": 1,\n  \"c\": 3\n}\n")]
    [InlineData("{\n  \"a\": 1,\n  \"b\": 2\n}\n", "{\n  \"a\": 1\n}\n")]
    [InlineData("{\n  \"b\": 2\n}\n", "{\n}\n")]
    [InlineData("{\r\n\t\"a\": 1,\r\n\t\"b\": 2,\r\n\t\"c\": 3\r\n}", "{\r\n\t\"a\": 1,\r\n\t\"c\": 3\r\n}")]
    [InlineData("{\r\n\t\"a\": 1,\r\n\t\"b\": 2\r\n}", "{\r\n\t\"a\": 1\r\n}")]
    [InlineData("{\n  \"b\": [\n    1,\n    2\n  ],\n  \"c\": 3\n}", "{\n  \"c\": 3\n}")]
    [InlineData("{\n  \"a\": 1, \"b\": 2,\n  \"c\": 3\n}", "{\n  \"a\": 1,\n  \"c\": 3\n}")]
    [InlineData("{\n  \"a\": 1\n, \"b\": 2\n, \"c\": 3\n}", "{\n  \"a\": 1\n, \"c\": 3\n}")]
    [InlineData("{\n  \"a\": 1\n, \"b\": 2\n}", "{\n  \"a\": 1\n}")]
    [InlineData("{\"a\": 1, /* x */ \"b\": 2}", "{\"a\": 1 /* x */ }")]
    [InlineData("{\"a\": 1, \"b\": 2 /* , */ , \"c\": 3}", "{\"a\": 1,  /* , */  \"c\": 3}")]
    [InlineData("{\n  \"a\": 1, // one, two\n  \"b\": 2, // two\n  \"c\": 3\n}", "{\n  \"a\": 1, // one, two\n  // two\n  \"c\": 3\n}")]
    [InlineData("{\n  \"a\": 1, // one, two\n  // about b\n  \"b\": 2 // two\n}", "{\n  \"a\": 1 // one, two\n  // about b\n  // two\n}")]
    [InlineData("{\n  \"a\": 1,\n  \"b\": 2,\n}", "{\n  \"a\": 1,\n}")]
    [InlineData("{\"a\": 1 // one, two\r,\"b\": 2}", "{\"a\": 1 // one, two\r}")]
    [InlineData("{\n  \"b\": \"//,\",\n  \"c\": 3\n}", "{\n  \"c\": 3\n}")]
    [InlineData("\uFEFF{\"ü\":1,\"b\":2,\"c\":3}", "\uFEFF{\"ü\":1,\"c\":3}")]
    public void A_member_goes_with_its_comma_and_its_line(string text, string left)
    {
        Assert.Equal(left, Edited(text, "/b", static (editor, node) => editor.Remove(node)));
        Assert.Equal(
            JsonFile.Read(Encoding.UTF8.GetBytes(left)).Root!.ToString(),
            MergePatch.Apply(JsonFile.Read(Encoding.UTF8.GetBytes(text)).Root, JsonParser.Parse("""{"b":null}""", out _)!).ToString());
    }

    [Theory]
    [InlineData("""{"a":[1,2,3]}""", "/a/1", """{"a":[1,3]}""")]
    [InlineData("""{"a":[1, 2, 3]}""", "/a/0", """{"a":[2, 3]}""")]
    [InlineData("""{"a":[1, 2, 3]}""", "/a/2", """{"a":[1, 2]}""")]
    [InlineData("{\"a\":[\n  {\n    \"x\": 1\n  },\n  {\n    \"x\": 2\n  }\n]}", "/a/1", "{\"a\":[\n  {\n    \"x\": 1\n  }\n]}")]
    [InlineData("{\"a\":[{\n  \"x\": 1\n}, {\n  \"x\": 2\n}]}", "/a/0", "{\"a\":[{\n  \"x\": 2\n}]}")]
    public void An_item_goes_likewise(string text, string at, string left) =>
        Assert.Equal(left, Edited(text, at, static (editor, node) => editor.Remove(node)));

    [Theory]
    [InlineData("{\"a\": 1, \"b\": /* why */ 2}", "/a")]
    [InlineData("{\"b\": {\n// why\n}}", "/b")]
    public void A_comment_does_not_go_with_it(string text, string at) => Assert.Equal(
        at == "/a",
        Edited(text, at, static (editor, node) => editor.Remove(node)) is not null);

    [Fact]
    public void The_document_does_not_go() => Assert.Null(Edited("{}", "", static (editor, node) => editor.Remove(node)));

    [Theory]
    [InlineData("{ \"a\" :\t1 , \"b\":2}", "{ \"a\" :\t\"ü\\n\" , \"b\":2}")]
    [InlineData("\uFEFF{ /* ü */ \"a\": \"x\" // y\r\n}", "\uFEFF{ /* ü */ \"a\": \"ü\\n\" // y\r\n}")]
    public void A_value_takes_the_place_of_another(string text, string left) =>
        Assert.Equal(left, Edited(text, "/a", static (editor, node) => editor.Replace(node, JsonNode.String("ü\n"))));

    [Theory]
    [InlineData("""{"b":1,"a":{"x":2}}""", """{"b":1,"a":{"x":2,"k":1}}""")]
    [InlineData("""{"b": 1, "a": { "x": 2 }}""", """{"b": 1, "a": { "x": 2, "k": 1 }}""")]
    [InlineData("""{"b": 1, "a": {"x": 2,}}""", """{"b": 1, "a": {"x": 2, "k": 1,}}""")]
    [InlineData("{\n \"b\": 1,\n \"a\": {\n  \"x\": 2\n }\n}", "{\n \"b\": 1,\n \"a\": {\n  \"x\": 2,\n  \"k\": 1\n }\n}")]
    [InlineData(
        "{\r\n\t\"b\":[\r\n\t\t1\r\n\t],\r\n\t\"a\":{\r\n\t\t\"x\":2 // y\r\n\t}\r\n}",
        "{\r\n\t\"b\":[\r\n\t\t1\r\n\t],\r\n\t\"a\":{\r\n\t\t\"x\":2, // y\r\n\t\t\"k\":[\r\n\t\t\t1\r\n\t\t]\r\n\t}\r\n}")]
    [InlineData(
        "{\n \"b\": 1,\n \"a\": {\n  \"x\": 2, /* y */\n }\n}",
        "{\n \"b\": 1,\n \"a\": {\n  \"x\": 2, /* y */\n  \"k\": 1,\n }\n}")]
    [InlineData(
        "{\n \"b\": 1,\n \"a\": {\n  \"x\": 2 /* y\n z */\n }\n}",
        "{\n \"b\": 1,\n \"a\": {\n  \"x\": 2, /* y\n z */\n  \"k\": 1\n }\n}")]
    [InlineData(
        "{\n \"b\": 1,\n \"a\": {\n  \"x\": 2 /* y\n z */ }\n}",
        "{\n \"b\": 1,\n \"a\": {\n  \"x\": 2,\n  \"k\": 1 /* y\n z */ }\n}")]
    [InlineData("{\"b\":1,\"a\":{\"x\":2 // y,\r}}", "{\"b\":1,\"a\":{\"x\":2,\"k\":1 // y,\r}}")]
    public void A_member_is_added_in_the_layout_of_the_last(string text, string left) => Assert.Equal(
        left,
        Edited(text, "/b", (editor, node) => editor.Add(JsonFile.Read(Encoding.UTF8.GetBytes(text)).Root!.Find("a")!, ["k"], node)));

    [Fact]
    public void Objects_that_are_missing_come_with_it() => Assert.Equal(
        """{ "a": 1, "k": { "l": 1 } }""",
        Edited(
            """{ "a": 1 }""",
            "/a",
            static (editor, node) => editor.Add(JsonFile.Read("""{ "a": 1 }"""u8.ToArray()).Root!, ["k", "l"], node)));

    [Theory]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1500)]
    [InlineData(1999)]
    public void An_item_of_a_long_list_goes_as_one_of_a_short_list_does(int index)
    {
        var items = Enumerable.Range(0, 2000).Select(static number => $$"""{"a":{{number}},"b":1}""").ToList();
        var text = $"[{string.Join(", ", items)}]";

        var withoutItem = Edited(text, $"/{index}", static (editor, node) => editor.Remove(node));
        var withoutMember = Edited(text, $"/{index}/b", static (editor, node) => editor.Remove(node));

        Assert.Equal($"[{string.Join(", ", items.Where((_, at) => at != index))}]", withoutItem);
        Assert.Equal(text.Replace($$"""{"a":{{index}},"b":1}""", $$"""{"a":{{index}}}""", StringComparison.Ordinal), withoutMember);
    }

    private static string? Edited(string text, string at, Func<JsonEditor, JsonNode, FileEdit[]?> edit)
    {
        var file = Encoding.UTF8.GetBytes(text);
        var (root, reader, _) = JsonFile.Read(file);
        Assert.True(new NodePlaces(root!).Find(at, out var node));
        return edit(new(file, root!, reader!.Comments), node) is { } edits ? Encoding.UTF8.GetString(FileEdit.Apply(file, edits)) : null;
    }
}
