using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Tests.Fuzzing;

/// <summary>Arguments of attributes.</summary>
internal sealed class ValueGrammar(Random random, int language, bool isWild)
{
    // Each is a trap for C#, JSON, pointers, comments or shells.
    private static readonly string[] Texts =
    [
        "", "a", "iris_1", "acme/iris:1.4", "/models", "oss://bucket/m/", "/metadata/zz", "/containers/0/zz", "/a/-",
        "{\"a\": [1, null]}", "[]", "1e400", "{", "\"", "\"\"\"", "\"\"\"\"\"\"\"",
        "\\", "*/ /*", "// x", "\n", "\r\n", "\t\0\u0001", "\u2028\u2029\u0085", "{}{{}}", "${NAME}", "#if A\n#endif",
        "#line 1 \"x\"", "😀 中文", "\uFEFF\u202E\u200B", "\ud800", "</summary>",
        "50%", "1.5", "all", "true", "8000", "a b", "exec dotnet Iris.dll --urls \"http://0.0.0.0:8000\"",
        "/healthz/{id}", "~", "~2", "*", "null", "name", "/metadata/name", "/metadata",
    ];

    private static readonly int[] Numbers = [0, 1, 2, 3, 30, 80, 8000, 8080, 65535, 65536, -1, int.MaxValue, int.MinValue];

    private static readonly string[] Wild =
    [
        "null", "default", "Missing", "1", "\"x\"", "typeof(int)", "typeof(List<>)", "nameof(Iris)",
        "nameof(Missing)", "'c'", "1.5", "double.NaN", "(string)null", "new object[0]", "new[] { 1 }",
        "new string[] { null }", "new string[] { \"a\", Missing }", "1 + \"x\"", "x => 1", "$\"{1}\"", "\"a\"u8",
        "(EasGen.ProbeScheme)99", "ulong.MaxValue", "true", "-", "1 / 0", "unchecked(1 << 33)",
        "\"x\" + 1", "a: 1", "name: \"x\"", "global::System.IO.Path.DirectorySeparatorChar",
    ];

    public string Of(Type type)
    {
        if (isWild && random.Next(10) == 0)
            return Wild[random.Next(Wild.Length)];
        if (type.IsEnum)
            return $"global::{type.FullName}.{Any(Enum.GetNames(type))}";
        if (type == typeof(bool))
            return random.Next(2) == 0 ? "true" : "false";
        if (type == typeof(int))
            return isWild ? Number() : random.Next(1, 9000).ToString(CultureInfo.InvariantCulture);
        if (type == typeof(double))
            return Any(["0", "0.5", "1", "-2.5", "1e300", "5e-324"]);
        if (type == typeof(string))
            return Text();
        if (type == typeof(string[]))
            return $"new string[] {{ {string.Join(", ", Enumerable.Range(0, random.Next(3)).Select(_ => Text()))} }}";
        return random.Next(4) switch { 0 => Text(), 1 => Number(), 2 => "true", _ => "1.5" };
    }

    private string Number() => Numbers[random.Next(Numbers.Length)].ToString(CultureInfo.InvariantCulture);

    private string Text()
    {
        var text = Any(Texts);
        var literal = SymbolDisplay.FormatLiteral(text, quote: true);
        return random.Next(8) switch
        {
            0 => $"{literal} + \"\"",
            1 when !text.Contains('\0', StringComparison.Ordinal) => $"@\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
            2 when language >= 11 && text.Length > 0 && text.All(static sign => sign >= ' ' && sign != '"') => $"\"\"\"{text}\"\"\"",
            3 when language >= 10 => $"$\"{{{literal}}}\"",
            _ => literal,
        };
    }

    private string Any(string[] from) => from[random.Next(from.Length)];
}
