using System.Globalization;
using System.Text;
using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Files;

namespace EasGen.Core.Tests;

/// <summary>A list of thousands, most of which are read anew each time, is the same as one that is held.</summary>
public class LongListTests
{
    private const int Count = 3000;

    // With the mark of UTF-8, characters of every length, escapes, and lists inside of lists.
    private static readonly string[] Items =
    [
        """{ "name": "NAME_0", "value": "花 🌸 \u0041\n" }""", "\"text \\\" \"", "-1.50e3", "true", "null", "[ 1, [2], {} ]", "{}",
    ];

    [Fact]
    public void It_holds_the_same()
    {
        var text = $$"""{ "a": [ {{string.Join(" ,\n", Enumerable.Range(0, Count).Select(Item))}} ], "b": 1 }""";

        var root = Read(text);

        Assert.Equal(JsonParser.Parse(text, out _)!.ToString(), root.ToString());
        Assert.Equal(Count, root.Members[0].Value.Members.Count);
        Assert.Equal(
            root.Members[0].Value.Members.Select(static member => member.Value.ToString()),
            root.Members[0].Value.Items.Select(static item => item.ToString()));
    }

    [Fact]
    public void Each_item_says_where_it_stands()
    {
        var text = $$"""{ "a": [ {{string.Join(" ,\n", Enumerable.Range(0, Count).Select(Item))}} ] }""";
        var bytes = Encoding.UTF8.GetBytes(text);

        var list = Read(text).Members[0].Value;

        for (var i = 0; i < Count; i++)
        {
            var item = list.Members[i].Value;
            Assert.Equal(Item(i), Encoding.UTF8.GetString(bytes[item.Start..item.End]));
            Assert.Equal(item.Start, item.Key.Offset);
            foreach (var (key, value) in item.Kind == JsonKind.Object ? item.Members : default)
            {
                Assert.Equal($"\"{key}\"", Encoding.UTF8.GetString(bytes.AsSpan(value.Key.Offset, value.Key.Length)));
                Assert.Equal('"', (char)bytes[value.Start]);
            }
        }
    }

    [Fact]
    public void A_list_in_a_list_is_one_too()
    {
        var inner = $"[ {string.Join(", ", Enumerable.Range(0, Count))} ]";
        var text = $"[ {string.Join(", ", Enumerable.Repeat("0", Count))}, {inner} ]";

        var last = Read(text).Members[Count].Value;

        Assert.Equal(
            Enumerable.Range(0, Count).Select(static number => number.ToString(CultureInfo.InvariantCulture)),
            last.Items.Select(static item => item.Text));
        Assert.Equal("2999", text[last.Members[^1].Value.Start..last.Members[^1].Value.End]);
    }

    [Fact]
    public void Lists_are_read_in_any_order()
    {
        var list = $"[ {string.Join(", ", Enumerable.Range(0, Count))} ]";
        var root = Read($$"""{ "a": {{list}}, "b": [ {{string.Join(", ", Enumerable.Repeat("0", Count))}}, {{list}} ] }""");
        var (a, b) = (root.Members[0].Value, root.Members[1].Value);
        var inner = b.Members[Count].Value;

        for (var i = Count - 1; i >= 0; i -= 500)
        {
            Assert.Equal(i.ToString(CultureInfo.InvariantCulture), a.Members[i].Value.Text);
            Assert.Equal("0", b.Members[i].Value.Text);
            Assert.Equal(i.ToString(CultureInfo.InvariantCulture), inner.Members[i].Value.Text);
        }
    }

    [Fact]
    public void Reading_an_item_again_adds_no_comment()
    {
        var items = Enumerable.Repeat("{ /* in */ \"a\": 1, }", Count);
        var (root, reader, _) = JsonFile.Read(Encoding.UTF8.GetBytes($"[{string.Join(",", items)}]"));

        for (var i = 0; i < 3; i++)
            Assert.Equal("""{"a": 1}""", root!.Members[Count - 1].Value.ToString());

        Assert.Equal(Count, reader!.Comments.Count);
    }

    [Theory]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(2500)]
    [InlineData(Count - 1)]
    public void Comments_and_commas_are_with_their_items(int index)
    {
        var items = Enumerable.Range(0, Count).Select(i => i == index ? "/* before */ 1, // behind\n" : "1,\n");

        var reader = JsonFile.Read(Encoding.UTF8.GetBytes($"[{string.Concat(items)}]")).Reader!;

        Assert.Equal(
            [($"/{index}", "before"), ($"/{index}", "behind")],
            reader.Comments.Select(static comment => (comment.Pointer, comment.Text)));
        Assert.Equal($"/{index}", reader.FirstLenient!.Value.Pointer);
    }

    [Fact]
    public void A_comma_behind_the_last_is_the_last_ones()
    {
        var reader = JsonFile.Read(Encoding.UTF8.GetBytes($"[{string.Concat(Enumerable.Repeat("1,", Count))}]")).Reader!;

        Assert.Equal($"/{Count - 1}", reader.FirstLenient!.Value.Pointer);
    }

    [Fact]
    public void Findings_are_where_their_item_is()
    {
        var items = Enumerable.Range(0, Count)
            .Select(static i => i == 2500 ? """{ "name": "LAST", "valeu": "花" }""" : $$"""{ "name": "N{{i}}", "value": "花" }""");
        var file = Encoding.UTF8.GetBytes($$"""
            { "metadata": { "name": "a", "instance": 2 }, "containers": [ { "image": "a:1", "port": 8000, "command": "run", "env": [
            {{string.Join(",\n", items)}}
            ] } ], "cloud": { "computing": { "instances": [ { "type": "ecs.c7.large" } ] } } }
            """);

        var read = ServiceReader.Read(file);
        var unknown = Assert.Single(read.AllFindings(), static finding => finding.Rule == GeneralRules.EAS0004_KeyIsKnown);
        var place = new FileSpans(file, read).Find(unknown.Pointer);

        Assert.Equal("/containers/0/env/2500/valeu", unknown.Pointer);
        Assert.Equal((2502, 28), (place.Line, place.Column));
    }

    private static string Item(int index) =>
        Items[index % Items.Length].Replace("NAME_0", $"NAME_{index}", StringComparison.Ordinal);

    private static JsonNode Read(string text) => JsonFile.Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)]).Root!;
}
