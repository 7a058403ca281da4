using System.Globalization;
using System.Text;
using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Files;

namespace EasGen.Core.Tests;

/// <summary>What a JSON pointer addresses is found in the file.</summary>
public class FileSpanTests
{
    private const string File =
        "{\n  \"metadata\": { \"name\": \"iris\", \"instance\": 12 },\n"
        + "\t\"storage\": [{ \"a/b~c\": null }, [], \"x\"],\n  \"\": { \"\": true }\n}\n";

    [Theory]
    [InlineData("", 1, 1, "{")]
    [InlineData("/metadata", 2, 3, "\"metadata\"")]
    [InlineData("/metadata/name", 2, 25, "\"iris\"")]
    [InlineData("/metadata/instance", 2, 45, "12")]
    [InlineData("/storage", 3, 2, "\"storage\"")]
    [InlineData("/storage/0", 3, 14, "{")]
    [InlineData("/storage/0/a~1b~0c", 3, 25, "null")]
    [InlineData("/storage/1", 3, 33, "[")]
    [InlineData("/storage/2", 3, 37, "\"x\"")]
    [InlineData("/", 4, 3, "\"\"")]
    [InlineData("//", 4, 13, "true")]
    public void Values_are_found_themselves_and_what_has_an_inside_by_its_key(string pointedAt, int line, int column, string marked) =>
        Finds(File, pointedAt, line, column, marked);

    [Theory]
    [InlineData("/none", 1, 1, "{")]
    [InlineData("/none/at/all", 1, 1, "{")]
    [InlineData("/metadata/none", 2, 3, "\"metadata\"")]
    [InlineData("/metadata/name/none", 2, 17, "\"name\"")]
    [InlineData("/storage/3", 3, 2, "\"storage\"")]
    [InlineData("/storage/00", 3, 2, "\"storage\"")]
    [InlineData("/storage/0/none", 3, 14, "{")]
    [InlineData("/storage/2/none", 3, 37, "\"x\"")]
    public void What_is_not_there_is_at_the_nearest_that_is(string pointedAt, int line, int column, string marked) =>
        Finds(File, pointedAt, line, column, marked);

    [Theory]
    [InlineData("""{"a": 1, "b": 2, "a": 3}""", "/a", 1, 7, "1")]
    [InlineData("""{"a": {"b": 1}, "a": {"b": 2}}""", "/a/b", 1, 13, "1")]
    [InlineData("""{"a": {}, "a": {"b": 1}}""", "/a", 1, 2, "\"a\"")]
    [InlineData("""{"a": {}, "a": {"b": 1}}""", "/a/b", 1, 22, "1")]
    [InlineData("""{"a": {"b": 1}, "a": {"c": 2}}""", "/a/d", 1, 2, "\"a\"")]
    [InlineData("""{"a": [1], "a": [2, 3]}""", "/a/1", 1, 21, "3")]
    [InlineData("""{"a": 1, "\u0061": 2}""", "/a", 1, 7, "1")]
    public void Of_keys_given_twice_the_first_counts(string json, string pointedAt, int line, int column, string marked) =>
        Finds(json, pointedAt, line, column, marked);

    [Theory]
    [InlineData(30)]
    [InlineData(31)]
    [InlineData(100)]
    public void In_a_large_object_too(int others)
    {
        var between = string.Concat(Enumerable.Range(0, others).Select(static i => $" \"k{i}\": 0,"));

        Finds($"{{\"a\": 1,\n{between}\n\"a\": 3}}", "/a", 1, 7, "1");
        Finds($"{{\"a\": {{}},\n{between}\n\"a\": {{\"b\": 1}}}}", "/a/b", 3, 12, "1");
    }

    [Theory]
    [InlineData("{\r\n  \"a\": 1\r\n}", "/a", 2, 8, "1")]
    [InlineData("{\"a\": \"花🌸\", \"b\": 1}", "/b", 1, 19, "1")]
    [InlineData("{\"a\": \"花🌸\", \"b\": 1}", "/a", 1, 7, "\"花🌸\"")]
    [InlineData("{\"\\ud800\": 1, \"b\": 2}", "/b", 1, 20, "2")]
    [InlineData("// 花\n{ /* \n */ \"a\": /* 花 */ 1, }", "/a", 3, 18, "1")]
    [InlineData("  \n  []", "", 2, 3, "[")]
    [InlineData("12", "", 1, 1, "12")]
    public void Places_are_what_an_editor_shows(string json, string pointedAt, int line, int column, string marked)
    {
        Finds(json, pointedAt, line, column, marked);
        var withMark = Spans([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(json)]).Find(pointedAt);
        Assert.Equal(Find(json, pointedAt), withMark);
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("{\n", 2, 1)]
    [InlineData("{\r\n", 2, 1)]
    [InlineData("{\n  \"a\": 1,\n  \"b\" 2\n}", 3, 7)]
    [InlineData("{\n  \"花🌸\" 2}", 2, 9)]
    [InlineData("{}{}", 1, 3)]
    [InlineData("{'name': 1}", 1, 2)]
    [InlineData("{} /", 1, 4)]
    [InlineData("/* a\n 花 */ {\n x}", 3, 2)]
    [InlineData("/* a\r\n 花 */ {\r\n x}", 3, 2)]
    [InlineData("/* a\n 花 */ x", 2, 7)]
    [InlineData("// a\n{ // b\n x}", 3, 2)]
    [InlineData("// a\r\n{ // b\r\n x}", 3, 2)]
    [InlineData("{} /* a\n", 1, 4)]
    [InlineData("// a", 1, 5)]
    [InlineData("/* a */\n", 2, 1)]
    public void A_broken_file_has_the_place_where_it_breaks(string json, int line, int column)
    {
        var finding = Assert.Single(ServiceReader.Read(json).AllFindings());
        var place = Find(json, finding.Pointer);

        Assert.Equal((GeneralRules.EAS0001_JsonIsWellFormed, line, column), (finding.Rule, place.Line, place.Column));
        Assert.Equal((1, 1), (place.Length, place.Marked));
        Assert.InRange(place.Start, 0, place.Text.Length);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'{', 0 }, 1, 1, "\uFFFD\uFFFD{\uFFFD")]
    [InlineData(new byte[] { (byte)'{', (byte)'\n', (byte)'"', 0xC3, (byte)'"', (byte)'}' }, 2, 2, "\"\uFFFD\"}")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'"', 0xE8, 0x8A, 0xB1, 0xED, 0xA0, 0x80, (byte)'"' }, 1, 3, "\"花\uFFFD\uFFFD\uFFFD\"")]
    [InlineData(new byte[] { (byte)'{', 0xF0, 0x9F }, 1, 2, "{\uFFFD")]
    public void What_is_no_UTF8_has_the_place_of_its_first_byte(byte[] file, int line, int column, string text)
    {
        var place = Spans(file).Find("");

        Assert.Equal((line, column, text, column - 1), (place.Line, place.Column, place.Text, place.Start));
    }

    [Fact]
    public void A_file_with_any_byte_changed_has_a_place()
    {
        var random = new Random(11);
        for (var i = 0; i < 2_000; i++)
        {
            var file = Encoding.UTF8.GetBytes(File.Replace("iris", "花🌸", StringComparison.Ordinal));
            file[random.Next(file.Length)] = (byte)random.Next(256);

            var place = Spans(file).Find("/metadata/name");

            Assert.InRange(place.Start, 0, place.Text.Length);
            Assert.True(place is { Line: >= 1, Column: >= 1, Length: >= 1, Marked: >= 1 }, place.ToString());
        }
    }

    [Fact]
    public void Control_characters_are_not_shown_but_for_tabs() =>
        Assert.Equal("{\t\uFFFD[31m\uFFFD}", Find("{\t\u001b[31m\0}", "").Text);

    [Theory]
    [InlineData(100, 100)]
    [InlineData(79, 80_000)]
    [InlineData(80_000, 100)]
    [InlineData(80_000, 80_000)]
    public void Of_a_long_line_the_part_around_the_place_is_shown(int before, int behind)
    {
        var json = $$"""{"a": "{{Text(before)}}", "b": 42, "c": "{{Text(behind)}}"}""";

        var place = Find(json, "/b");

        Assert.Equal((1, json.IndexOf("42", StringComparison.Ordinal) + 1, 2), (place.Line, place.Column, place.Length));
        Assert.InRange(place.Text.Length, 198, 200);
        Assert.Equal("42", place.Text.Substring(place.Start, place.Marked));
        Assert.Contains(place.Text, json, StringComparison.Ordinal);
        Assert.Equal(-1, Unicode.LoneSurrogate(place.Text));

        static string Text(int length) => string.Concat(Enumerable.Repeat("a花🌸", length / 4)) + new string('b', length % 4);
    }

    [Fact]
    public void A_line_of_the_longest_length_is_shown_whole()
    {
        var json = $$"""{"a": "{{new string('x', 183)}}", "b": 1}""";

        Assert.Equal((200, json), (json.Length, Find(json, "/b").Text));
        Assert.Equal(json, Find(json, "").Text);
    }

    [Fact]
    [Trait("Takes", "Time")]
    public void A_long_value_reaches_farther_than_it_is_shown()
    {
        var place = Find($$"""{"a": "{{new string('x', 50_000_000)}}"}""", "/a");

        Assert.Equal((7, 50_000_002, 200, 194, 6), (place.Column, place.Length, place.Text.Length, place.Marked, place.Start));
    }

    [Fact]
    [Trait("Takes", "Time")]
    public void Many_places_on_one_long_line_take_no_square_of_the_time()
    {
        var json = $$"""{"env": [{{string.Join(',', Enumerable.Range(0, 100_000).Select(static i => $$"""{"花": {{i}}}"""))}}]}""";
        var places = Spans(Encoding.UTF8.GetBytes(json));

        for (var i = 0; i < 100_000; i++)
        {
            var place = places.Find(string.Create(CultureInfo.InvariantCulture, $"/env/{i}/花"));
            Assert.Equal(i.ToString(CultureInfo.InvariantCulture), place.Text.Substring(place.Start, place.Marked));
        }
    }

    [Theory]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(8192)]
    public void The_end_of_a_file_of_any_length_is_found(int length)
    {
        var place = Find("[" + new string(' ', length - 1), "");

        Assert.Equal((1, length + 1), (place.Line, place.Column));
    }

    private static FileSpan Find(string json, string pointedAt) => Spans(Encoding.UTF8.GetBytes(json)).Find(pointedAt);

    private static FileSpans Spans(byte[] file) => new(file, ServiceReader.Read(file));

    private static void Finds(string json, string pointedAt, int line, int column, string marked)
    {
        var place = Find(json, pointedAt);

        Assert.Equal((line, column, marked.Length), (place.Line, place.Column, place.Length));
        Assert.Equal((json.Split('\n')[line - 1].TrimEnd('\r'), column - 1), (place.Text, place.Start));
        Assert.Equal(marked, place.Text.Substring(place.Start, place.Marked));
    }
}
