using System.Text;
using System.Text.RegularExpressions;

namespace EasGen.Core.Json;

/// <summary>
/// <c>${NAME}</c> stands for a value that the build or the deployment fills in, and <c>${base64:…${NAME}…}</c> for the Base64
/// of a text that is whole only then.
/// </summary>
internal static class Placeholder
{
    /// <summary>The form of a name.</summary>
    public const string Name = "[A-Za-z_][A-Za-z0-9_]*";

    private const string Encoded = "${base64:";

    // The braces of a text that is to be encoded hold no others but those of placeholders.
    private static readonly LazyRegex InText = new($@"^\$\{{base64:(?<text>(?:[^{{}}]|\$\{{{Name}\}})*)\}}\z");

    private static readonly LazyRegex InJson = new($@"\$\{{(?:(?<name>{Name})|base64:(?<text>(?:[^{{}}""\\]|\\.|\$\{{{Name}\}})*))\}}");

    private static readonly LazyRegex WholeText = new($@"^{Name}\z");

    private static readonly LazyRegex Named = new($@"\$\{{(?<name>{Name})\}}");

    /// <summary>True for a text that can be the name of a placeholder.</summary>
    public static bool IsName(string text) => WholeText.IsMatch(text);

    /// <summary>True when the text begins with one, which may bring what usually stands in front.</summary>
    public static bool IsAtStart(string text) => text.StartsWith("${", StringComparison.Ordinal);

    /// <summary>
    /// True when the text is not known before the placeholder is filled, so that its form cannot be judged. What nobody fills, such as
    /// <c>${MY-NAME}</c> or <c>${NAME</c>, is text as any other.
    /// </summary>
    public static bool IsIn(string text) =>
        text.IndexOf("${", StringComparison.Ordinal) >= 0 && (text.IndexOf(Encoded, StringComparison.Ordinal) >= 0 || Named.IsMatch(text));

    /// <summary>True for a text that begins a placeholder, and has none.</summary>
    public static bool IsMisspelt(string text) => text.IndexOf("${", StringComparison.Ordinal) >= 0 && !IsIn(text);

    /// <summary>What stands for the value of a name.</summary>
    public static string Of(string name) => $"${{{name}}}";

    /// <summary>What stands for the Base64 of a text with placeholders.</summary>
    public static string Base64(string text) => $"{Encoded}{text}}}";

    /// <summary>True for a text that begins like one that stands for Base64.</summary>
    public static bool IsToBeEncoded(string text) => text.StartsWith(Encoded, StringComparison.Ordinal);

    /// <summary>The text whose Base64 is meant; null for anything else.</summary>
    public static string? InBase64(string text) =>
        IsToBeEncoded(text) && InText.Match(text) is { Success: true } match ? match.Groups["text"].Value : null;

    /// <summary>The names in a text, each as often as it stands there.</summary>
    public static IEnumerable<string> NamesIn(string text) =>
        from Match match in Named.Matches(text) select match.Groups["name"].Value;

    /// <summary>The name of a text that is one placeholder and nothing else; null for any other.</summary>
    public static string? WholeName(string text) =>
        Named.Match(text) is { Success: true } match && match.Length == text.Length ? match.Groups["name"].Value : null;

    /// <summary>The text without its placeholders.</summary>
    public static string Removed(string text) => Named.Replace(text, static _ => "");

    /// <summary>
    /// Fills the placeholders in the texts of a JSON document. What has no value stays for later, and a value is not searched
    /// for further placeholders.
    /// </summary>
    /// <param name="json">The document.</param>
    /// <param name="valueOf">The value of a name; null when it is not known.</param>
    public static string Fill(string json, Func<string, string?> valueOf) => InJson.Replace(json, match =>
        match.Groups["text"] is { Success: true } encoded ? Encode(encoded.Value, valueOf) ?? match.Value
        : valueOf(match.Groups["name"].Value) is { } value ? JsonText.Inside(value)
        : match.Value);

    // Null as long as a value is missing: half of a Base64 helps no one.
    private static string? Encode(string escaped, Func<string, string?> valueOf)
    {
        if (JsonParser.Parse($"\"{escaped}\"", out _) is not { } text)
            return null;
        var isWhole = true;
        var filled = Named.Replace(text.Text, match =>
        {
            var value = valueOf(match.Groups["name"].Value);
            isWhole &= value is not null;
            return value ?? "";
        });
        return isWhole ? Convert.ToBase64String(Encoding.UTF8.GetBytes(filled)) : null;
    }
}
