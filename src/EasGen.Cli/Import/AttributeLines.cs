using System.Text;

namespace EasGen.Cli.Import;

/// <summary>A feature as an attribute in a file: on one line, or with a line for each argument.</summary>
internal static class AttributeLines
{
    private const int Width = 120;
    private const string Break = "\n    ";

    // A compiler walks through a sum by its terms.
    private const int MostTerms = 100;

    public static string Of(Feature feature, CSharpVersion language)
    {
        var arguments = AttributeText.Arguments(feature, (setting, value) => Value(setting, value, language)).ToArray();
        if (arguments.Length == 0)
            return $"[{feature.Type.Attribute}]";
        var line = $"[{feature.Type.Attribute}({string.Join(", ", arguments)})]";
        return arguments.Length == 1 || (line.Length <= Width && !line.Contains('\n', StringComparison.Ordinal))
            ? line
            : $"[{feature.Type.Attribute}({Break}{string.Join("," + Break, arguments)})]";
    }

    // Objects stand there as in a file, and texts of several lines on several lines.
    private static string Value(Setting setting, object? value, CSharpVersion language) => (setting, value) switch
    {
        (JsonSetting, string { Length: > 0 } json) when language.HasRawStrings
            && json[0] is '{' or '['
            && json.Contains('"', StringComparison.Ordinal) => Raw(json) ?? AttributeText.Value(setting, value),
        (StringSetting, string text) when text.TrimEnd('\n')
            .Contains('\n', StringComparison.Ordinal) => Sum(text) ?? AttributeText
            .Value(setting, value),
        _ => AttributeText.Value(setting, value),
    };

    // Our JSON never has three quotes in a row.
    private static string? Raw(string text)
    {
        if (JsonParser.Parse(text, out _) is not { } json || json.ToString() != text)
            return null;
        if (text.Length <= Width / 2)
            return $"\"\"\"{text}\"\"\"";
        var lines = new StringBuilder("\"\"\"").Append(Break);
        json.WriteTo(lines, Break);
        return lines.Append(Break).Append("\"\"\"").ToString();
    }

    // Not as a raw string, whose line breaks would be those of the file: Git may change them, and a shell takes only some.
    private static string? Sum(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length > MostTerms)
            return null;
        var terms = lines.Select((line, index) => index < lines.Length - 1 ? line + "\n" : line).Where(static line => line.Length > 0);
        return string.Join(" +" + Break + "    ", terms.Select(JsonText.Quote));
    }
}
