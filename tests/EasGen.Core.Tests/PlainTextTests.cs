namespace EasGen.Core.Tests;

/// <summary>Text of unknown origin says in a log or on a terminal what it says, and does nothing.</summary>
public class PlainTextTests
{
    [Theory]
    [InlineData("a\nb\r\t\0", "a\uFFFDb\uFFFD\uFFFD\uFFFD")]
    [InlineData("\u001b]0;title\u0007\u009b31m\u007f", "\uFFFD]0;title\uFFFD\uFFFD31m\uFFFD")]
    [InlineData("\u202Ea\u2066b\u200Fc\u061Cd\u00ADe\uFEFF", "\uFFFDa\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFD")]
    [InlineData("a\u2028b\u2029c\u0085d", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("a ##vso[task.setvariable variable=a]b", "a \uFFFD#vso[task.setvariable variable=a]b")]
    [InlineData("##[error]a ##TeamCity[b]", "\uFFFD#[error]a \uFFFD#TeamCity[b]")]
    [InlineData("##\u00AD[error]", "##\uFFFD[error]")]
    [InlineData("::error::a", "\uFFFD:error::a")]
    [InlineData("  ::set-output name=a::b", "  \uFFFD:set-output name=a::b")]
    [InlineData("a\U000E0061\U000E0062b\U000E0100", "a\uFFFD\uFFFD\uFFFD\uFFFDb\uFFFD\uFFFD")]
    public void What_somebody_would_obey_is_replaced(string text, string line) => Assert.Equal(line, PlainText.Line(text));

    [Theory]
    [InlineData("")]
    [InlineData("a ::error::b")]
    [InlineData("## A title")]
    [InlineData("a:b # c [d] ##")]
    [InlineData("鸢尾花 👩‍🔬 می‌خواهم e\u0301")]
    public void All_else_stays(string text) => Assert.Same(text, PlainText.Line(text));

    [Fact]
    public void A_line_of_a_file_keeps_its_tabs() => Assert.Equal("\ta\uFFFD\uFFFD#[b]", PlainText.FileLine("\ta\u001b##[b]"));
}
