using System.Text.RegularExpressions;

namespace EasGen.Compiler.Tests.Fuzzing;

/// <summary>Code in the middle of a change: tokens too many, too few or in the wrong place, or without its end.</summary>
internal static partial class TornText
{
    private static readonly string[] Strays =
    [
        "\"", "\"\"\"", "'", "{", "}", "(", ")", "[", "]", "<", ">", ",", ";", ":", "::", ".", "..", "=>", "=", "?",
        "!", "*", "&", "@", "$\"", "#if A",
        "#endif", "#line 1 \"x\"", "#nullable disable", "/*", "*/", "//", "///<summary>", "\0", "\ud800", "\u2028",
        "\r", "null", "default", "typeof(", "nameof(",
        "partial", "class", "record", "struct", "interface", "namespace", "using", "global::", "async", "static",
        "params", "ref", "file", "where T : new()",
        "[EasGen.EasService(\"again\")]", "[assembly: EasGen.EasService(\"all\")]", "[Predict]", "int", "0x", "1e999",
        "99999999999999999999",
    ];

    public static string Of(string text, Random random)
    {
        var tokens = Token().Matches(text).Select(static token => token.Value).ToList();
        for (var left = random.Next(1, 4); left > 0 && tokens.Count > 1; left--)
        {
            var at = random.Next(tokens.Count);
            switch (random.Next(6))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, tokens[at]);
                    break;
                case 2:
                    var other = random.Next(tokens.Count);
                    (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                    break;
                case 3:
                    tokens.RemoveRange(at, tokens.Count - at);
                    break;
                case 4:
                    tokens[at] = Strays[random.Next(Strays.Length)];
                    break;
                default:
                    tokens.Insert(at, Strays[random.Next(Strays.Length)]);
                    break;
            }
        }
        return string.Concat(tokens);
    }

    [GeneratedRegex("""\w+|"(\\.|[^"\\\n])*"|\s+|.""", RegexOptions.Singleline)]
    private static partial Regex Token();
}
