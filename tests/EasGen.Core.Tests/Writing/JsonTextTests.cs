using System.Text.Json;

namespace EasGen.Core.Tests;

public class JsonTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain ~ text", "plain ~ text")]
    [InlineData("\"", "\\\"")]
    [InlineData("\\", "\\\\")]
    [InlineData("C:\\n", "C:\\\\n")]
    [InlineData("\n\r\t", "\\n\\r\\t")]
    [InlineData("\0\b\u001f", "\\u0000\\u0008\\u001f")]
    [InlineData("\u007f\u0085", "\\u007f\\u0085")]
    [InlineData("\u2028\u2029", "\\u2028\\u2029")]
    [InlineData("\u00a0\u3000", "\\u00a0\\u3000")]
    [InlineData("\u200b\u202e\ufeff", "\\u200b\\u202e\\ufeff")]
    [InlineData("\ue000\uffff", "\\ue000\\uffff")]
    [InlineData("*/ </script> '&+", "*/ </script> '&+")]
    [InlineData("鸢尾花 Ääkköset العربية", "鸢尾花 Ääkköset العربية")]
    [InlineData("🌸", "🌸")]
    [InlineData("👩\u200d🔬", "👩\\u200d🔬")]
    public void Escapes_what_an_editor_hides_and_nothing_else(string text, string quoted)
    {
        Assert.Equal($"\"{quoted}\"", JsonText.Quote(text));
        Assert.Equal(text, JsonDocument.Parse(JsonText.Quote(text)).RootElement.GetString());
    }

    // As data of a theory these would not survive the way through the test runner.
    [Fact]
    public void Half_a_surrogate_pair_stays_in_ASCII()
    {
        Assert.Equal("\"a\\ud83cb\"", JsonText.Quote("a\ud83cb"));
        Assert.Equal("\"\\udf38\\ud83c\"", JsonText.Quote("\udf38\ud83c"));
        Assert.Equal("\"\\ud83c🌸\"", JsonText.Quote("\ud83c🌸"));
        Assert.Equal("\"🌸\\ud83c\"", JsonText.Quote("🌸\ud83c"));
    }

    [Fact]
    public void Every_other_character_comes_back()
    {
        for (var c = '\0'; c < '\uffff'; c++)
        {
            if (!char.IsSurrogate(c))
                Assert.Equal(c.ToString(), JsonDocument.Parse(JsonText.Quote(c.ToString())).RootElement.GetString());
        }
    }

    [Fact]
    public void A_long_text_comes_back()
    {
        var text = string.Concat(Enumerable.Repeat("\"🌸\n", 25_000));

        Assert.Equal(text, JsonDocument.Parse(JsonText.Quote(text)).RootElement.GetString());
    }
}
