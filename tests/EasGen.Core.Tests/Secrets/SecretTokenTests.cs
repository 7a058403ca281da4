using System.Text;
using EasGen.Core.Secrets;

namespace EasGen.Core.Tests.Secrets;

public class SecretTokenTests
{
    private static readonly string[] Words =
    [
        Base64("u:123456"), Base64("user:123456"), Base64("user:1234567"), Base64("user:12345678"), Base64("admin:" + new string('p', 60)),
        Base64("nothing at all, but long"), "plain", "a-longer-word_of_no_form", "acme/service", "",
    ];

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    [InlineData(13, false)]
    public void The_shortest_login_has_twelve_signs(int length, bool isLogin)
    {
        var word = Base64("user:1234")[..Math.Min(length, 12)] + (length > 12 ? "A" : "");

        Assert.Equal(isLogin ? [(0, 12)] : [], SecretToken.Logins(word));
    }

    [Fact]
    public void A_login_is_found_wherever_it_stands_and_nothing_else_is()
    {
        var random = new Random(11);
        for (var i = 0; i < 3000; i++)
        {
            var text = new StringBuilder(new string('.', random.Next(30)));
            for (var words = random.Next(1, 5); words > 0; words--)
                text.Append(Words[random.Next(Words.Length)]).Append(" .\"-_,"[random.Next(6)]).Append(' ', random.Next(3));

            Assert.Equal(Plainly($"{text}"), SecretToken.Logins($"{text}"));
        }
    }

    // Word by word.
    private static List<(int Start, int Length)> Plainly(string text)
    {
        var logins = new List<(int, int)>();
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            for (end = start; end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || "+/=_-".Contains(text[end])); end++)
            {
            }
            if (Array.IndexOf(Words, text[start..end], 0, 5) >= 0)
                logins.Add((start, end - start));
        }
        return logins;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));
}
