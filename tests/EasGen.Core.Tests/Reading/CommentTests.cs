using EasGen.Core.Rooms;

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
        Assert.Equal(new Comment(pointedAt, text), Assert.Single(ServiceReader.Read(json).Comments));

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
        Assert.Equal(new Comment(pointedAt, "a"), Assert.Single(ServiceReader.Read(json).Comments));

    [Fact]
    public void Keep_their_order() => Assert.Equal(
        [new("/metadata", "1"), new("/metadata", "2"), new("/metadata/name", "3"), new("/metadata/name", "4"), new("/metadata", "5"), new("", "6"), new("", "7")],
        ServiceReader.Read("""
            { // 1
              /* 2 */ "metadata": { /* 3 */ "name": /* 4 */ "iris" /* 5 */ },
              // 6
            }
            // 7
            """).Comments);

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
        Assert.Equal((General.EAS0017_JsonIsStrict, "/metadata", Severity.Info), (note.Rule, note.Pointer, note.Rule.Severity));
        Assert.Equal("iris", read.Service.First(EasService.Room)![EasService.Name]);
    }
}
