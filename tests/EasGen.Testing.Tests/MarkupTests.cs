using Microsoft.CodeAnalysis.Text;

namespace EasGen.Testing.Tests;

public class MarkupTests
{
    [Fact]
    public void Text_without_marks_is_itself()
    {
        var marked = Markup.Parse("int[] a = b || c ? [] : {};");

        Assert.Equal("int[] a = b || c ? [] : {};", marked.Text);
        Assert.Empty(marked.Marks);
    }

    [Fact]
    public void Marks_nest_and_may_be_empty()
    {
        var marked = Markup.Parse("{|A1:x[|y|]{|B2:|}|}z");

        Assert.Equal("xyz", marked.Text);
        Assert.Equal(
            [new Mark("A1", new TextSpan(0, 2)), new Mark(null, new TextSpan(1, 1)), new Mark("B2", new TextSpan(2, 0))],
            marked.Marks);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("{|A1:x[|y|]|}z")]
    [InlineData("{|A1:{|B2:x|}|}")]
    [InlineData("a{|B2:|}b")]
    public void Rendering_is_the_way_back(string text)
    {
        var marked = Markup.Parse(text);

        Assert.Equal(text, Markup.Render(marked.Text, marked.Marks));
    }

    [Theory]
    [InlineData("a\n[|b", "'[|' in line 2 is never closed")]
    [InlineData("a|]", "'|]' in line 1 closes nothing")]
    [InlineData("[|a|}", "'|}' in line 1 closes '[|'")]
    [InlineData("{|A1:a|]", "'|]' in line 1 closes '{|A1:'")]
    [InlineData("{|a|]", "'|]' in line 1 closes '{|'")]
    [InlineData("{|a|}", "'{|' in line 1 has no id")]
    public void Unbalanced_markup_says_where_and_why(string text, string fault)
    {
        var exception = Assert.Throws<FormatException>(() => Markup.Parse(text));

        Assert.Contains(fault, exception.Message, StringComparison.Ordinal);
    }
}
