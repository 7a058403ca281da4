namespace EasGen.Core.Tests;

public class UnicodeTests
{
    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("abcd")]
    [InlineData("abcdefghi")]
    [InlineData("鸢尾花 abc \uE000\uFFFD")]
    [InlineData("👩")]
    [InlineData("abc👩‍🔬defg")]
    [InlineData("abcdefg👩")]
    public void A_text_of_whole_characters_has_no_half(string text) => Assert.Equal(-1, Unicode.LoneSurrogate(text));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_half_is_found_wherever_it_stands(int at)
    {
        foreach (var half in "\uD800\uDBFF\uDC00\uDFFF")
        {
            Assert.Equal(at, Unicode.LoneSurrogate(new string('a', at) + half));
            Assert.Equal(at, Unicode.LoneSurrogate(new string('a', at) + half + "bcdefgh"));
            Assert.Equal(at + 2, Unicode.LoneSurrogate(new string('a', at) + "\uD83D\uDC69" + half));
        }
    }
}
