using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Features;
using EasGen.Core.Files;
using EasGen.Core.Writing;

namespace EasGen.Core.Tests;

/// <summary>Comments are taken, and kept with what they stand at.</summary>
public class CommentTests
{
    [Theory]
    [InlineData("// a\n{}", "", "a")]
    [InlineData("{} // a", "", "a")]
    [InlineData("{} // a\n", "", "a")]
    [InlineData("{ // a\n}", "", "a")]
    [InlineData("""{"labels": /* a */ {"b": "1"}}""", "/labels", "a")]
    [InlineData("""{/* a */ "labels": {"b": "1"}}""", "/labels", "a")]
    [InlineData("""{"labels": { /* a */ "b/c~d": "1"}}""", "/labels/b~1c~0d", "a")]
    [InlineData("""{"labels": {"b": "1" /* a */}}""", "/labels", "a")]
    [InlineData("""{"labels": {"b": "1", /* a */}}""", "/labels", "a")]
    [InlineData("""{"labels": {"b": "1", /* a */ "c": "2"}}""", "/labels/c", "a")]
    [InlineData("""{"labels": {"b": "1" /* a */, "c": "2"}}""", "/labels/c", "a")]
    [InlineData("""{"containers": [/* a */]}""", "/containers", "a")]
    [InlineData("""{"containers": [/* a */ {}]}""", "/containers/0", "a")]
    [InlineData("""{"containers": [{}, /* a */ {}]}""", "/containers/1", "a")]
    [InlineData("""{"containers": [{} /* a */, {}]}""", "/containers/1", "a")]
    [InlineData("""{"containers": [{}, {} /* a */]}""", "/containers", "a")]
    [InlineData("""{"containers": [{}, {"env": [{"name": /* a */ "b"}]}]}""", "/containers/1/env/0/name", "a")]
    [InlineData("{//\t花 🌸 \r\n}", "", "花 🌸")]
    [InlineData("{//\n}", "", "")]
    [InlineData("{/**/}", "", "")]
    [InlineData("{/* a\n * b\n */}", "", "a\n * b")]
    [InlineData("{// a // b\n}", "", "a // b")]
    [InlineData("{/* // a */}", "", "// a")]
    public void Stand_before_what_follows(string json, string pointedAt, string text) =>
        Assert.Equal((pointedAt, text), Assert.Single(Read(json)));

    [Theory]
    [InlineData("{\"labels\": {\"b\": \"1\", // a\n \"c\": \"2\"}}", "/labels/b")]
    [InlineData("{\"labels\": {\"b\": \"1\" // a\n}}", "/labels/b")]
    [InlineData("{\"labels\": {\"b\": \"1\"}, // a\r\n \"c\": 1}", "/labels")]
    [InlineData("{\"containers\": [{}, // a\n {}]}", "/containers/0")]
    [InlineData("{\"containers\": [{}, {} // a\n ]}", "/containers/1")]
    [InlineData("{\"labels\": {\"b\": \"1\",\n // a\n \"c\": \"2\"}}", "/labels/c")]
    [InlineData("{\"labels\": { // a\n \"c\": \"2\"}}", "/labels/c")]
    [InlineData("{\"labels\": // a\n {\"c\": \"2\"}}", "/labels")]
    public void At_the_end_of_a_line_belong_to_the_value_before_them(string json, string pointedAt) =>
        Assert.Equal((pointedAt, "a"), Assert.Single(Read(json)));

    [Fact]
    public void Keep_their_order() => Assert.Equal(
        [
            ("/metadata", "1"), ("/metadata", "2"), ("/metadata/name", "3"), ("/metadata/name", "4"), ("/metadata", "5"),
            ("", "6"), ("", "7"),
        ],
        Read("""
            { // 1
              /* 2 */ "metadata": { /* 3 */ "name": /* 4 */ "iris" /* 5 */ },
              // 6
            }
            // 7
            """));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"labels": {"a": "/* 1 */ // 2"}}""")]
    [InlineData("""{"labels": {"a": "1",},}""")]
    public void Are_not_made_up(string json) => Assert.Empty(ServiceReader.Read(json).Comments);

    [Fact]
    public void Change_nothing_of_the_service() => Assert.Equal(
        Valid,
        ServiceReader.Read(ServiceWriter.Write(Valid).Replace("\n", " // a,\n /* , */", StringComparison.Ordinal)).Service);

    [Fact]
    public void Are_a_note_once()
    {
        var read = ServiceReader.Read("""{/* 1 */ "metadata": {"name": "iris", /* 2 */}, /* 3 */}""");

        var note = Assert.Single(read.Findings);
        Assert.Equal((GeneralRules.EAS0017_JsonIsStrict, "/metadata", Severity.Info), (note.Rule, note.Pointer, note.Rule.Severity));
        Assert.Equal("iris", read.Service.First(EasService.FeatureType)![EasService.Name]);
    }

    [Theory]
    [InlineData("{\n  // password: {MARK1}\n  \"labels\": {}\n}", 2, 16)]
    [InlineData("{\n  \"labels\": {} // \t花🌸 password: {MARK1}  \n}", 2, 34)]
    [InlineData("{ /* a\n b\n  password={MARK1}\n */ \"labels\": {}}", 3, 12)]
    [InlineData("/*password=MARK1*/{}", 1, 12)]
    [InlineData("{}//api_key=MARK1", 1, 13)]
    [InlineData("\uFEFF// api_key=MARK1\n{}", 1, 12)]
    public void A_secret_in_one_is_shown_where_it_stands(string json, int line, int column)
    {
        var file = System.Text.Encoding.UTF8.GetBytes(json.Replace("{MARK1}", "MARK1", StringComparison.Ordinal));
        var read = ServiceReader.Read(file);

        var finding = Assert.Single(read.AllFindings(), static finding => finding.Rule == GeneralRules.EAS0018_SecretIsPlaceholder);
        var place = new FileSpans(file, read).Find(finding.Pointer, finding.Bytes);

        Assert.Equal((line, column, "MARK1".Length), (place.Line, place.Column, place.Length));
        Assert.Equal("*****", place.Text.Substring(place.Start, place.Length));
    }

    [Theory]
    [InlineData("{\n  /* a */ \"labels\": {}\n}", 2, 3, 2)]
    [InlineData("{ \"labels\": {}, // a\n}", 1, 15, 1)]
    [InlineData("{ \"labels\": {} // a\n,}", 1, 16, 2)]
    public void The_note_stands_at_the_first(string json, int line, int column, int length)
    {
        var file = System.Text.Encoding.UTF8.GetBytes(json);

        var read = ServiceReader.Read(file);
        var note = Assert.Single(read.Findings, static finding => finding.Rule == GeneralRules.EAS0017_JsonIsStrict);
        var place = new FileSpans(file, read).Find(note.Pointer, note.Bytes);

        Assert.Equal((line, column, length), (place.Line, place.Column, place.Length));
    }

    private static IEnumerable<(string Pointer, string Text)> Read(string json) =>
        ServiceReader.Read(json).Comments.Select(static comment => (comment.Pointer, comment.Text));
}
