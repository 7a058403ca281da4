using System.Globalization;
using System.Text;

namespace EasGen.Core.Secrets;

/// <summary>Keeps secrets out of what people and programs get to read.</summary>
internal sealed class Concealment(IReadOnlyList<Secret> secrets)
{
    public const string Mask = "***";

    // Shorter ones are parts of many words: they are masked at their place only.
    private const int Telling = 4;

    public static readonly Concealment None = new([]);

    // Long ones first: one may be a part of another.
    private readonly string[] texts = [.. secrets
        .SelectMany(static secret => Spellings(secret.Text))
        .Where(static text => text.Length >= Telling)
        .Distinct()
        .OrderByDescending(static text => text.Length)];

    private readonly Secret[] shortOnes = [.. secrets.Where(static secret => secret.Text.Length < Telling).Distinct()];

    private ILookup<string, Secret> At => field ??= shortOnes.ToLookup(static secret => secret.Pointer, StringComparer.Ordinal);

    // By their own place and by all that contains it.
    private ILookup<string, Secret> Below => field ??= shortOnes
        .SelectMany(static secret => JsonPointer.AndAbove(secret.Pointer).Select(place => (Place: place, Secret: secret)))
        .ToLookup(static found => found.Place, static found => found.Secret, StringComparer.Ordinal);

    /// <summary>What no output shows: the secrets in every spelling, but for those that are parts of many words.</summary>
    public IReadOnlyList<string> Texts => texts;

    public IReadOnlyList<Secret> Secrets => secrets;

    public Finding Of(Finding finding) => secrets.Count == 0 ? finding : finding with
    {
        Message = finding.Message.Through(text => Of(text, finding.Pointer)),
        Fix = finding.Fix is { } fix && fix.Title != Fix.Remove.Title ? fix with { Title = Of(fix.Title, finding.Pointer) } : finding.Fix,
    };

    /// <summary>A text that may quote one of the secrets, or the beginning of one, without it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pointer">What it is about.</param>
    public string Of(string text, string? pointer = null)
    {
        foreach (var secret in texts)
            text = text.Replace(secret, Mask);
        text = WithoutShort(text, pointer);
        return text.IndexOf('…') >= 0 ? WithoutBeginnings(text) : text;
    }

    /// <summary>A value, and all that is in it, without the secrets that are masked at their place only.</summary>
    /// <param name="json">The value; itself where it has none.</param>
    /// <param name="pointer">Where its document has it.</param>
    public JsonNode WithoutShort(JsonNode json, string pointer)
    {
        if (shortOnes.Length == 0 || !Below.Contains(pointer))
            return json;
        if (json.Kind is not (JsonKind.Object or JsonKind.Array))
            return WithoutShort(json.Text, pointer) is var text && text != json.Text ? JsonNode.String(text) : json;
        var shown = json.Kind == JsonKind.Array ? JsonNode.Array() : JsonNode.Object();
        foreach (var member in json.Members)
        {
            var key = json.Kind == JsonKind.Array
                ? shown.Members.Count.ToString(CultureInfo.InvariantCulture)
                : JsonPointer.Escape(member.Key);
            shown.Add(member.Key, WithoutShort(member.Value, $"{pointer}/{key}"));
        }
        return shown;
    }

    private string WithoutShort(string text, string? pointer) => About(pointer).Aggregate(text, static (text, secret) =>
        secret.IsWhole ? WithoutWord(text, secret.Text) : text.Replace(secret.Text, Mask));

    // Those that are at the place, in it or around it.
    private IEnumerable<Secret> About(string? pointer) => shortOnes.Length == 0 || pointer is null
        ? []
        : Below[pointer].Concat(JsonPointer.AndAbove(pointer).Skip(1).SelectMany(around => At[around]));

    // Where it is not a part of a longer word.
    private static string WithoutWord(string text, string word)
    {
        var (shown, taken) = (new StringBuilder(), 0);
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if (at < taken
                || (at > 0 && char.IsLetterOrDigit(text[at - 1]))
                || (end < text.Length && char.IsLetterOrDigit(text[end])))
                continue;
            shown.Append(text, taken, at - taken).Append(Mask);
            taken = end;
        }
        return taken == 0 ? text : shown.Append(text, taken, text.Length - taken).ToString();
    }

    // A message shortens long values.
    private string WithoutBeginnings(string text)
    {
        foreach (var secret in texts)
        {
            for (var length = Math.Min(secret.Length, text.Length) - 1; length >= Telling; length--)
                text = text.Replace(secret.Substring(0, length) + "…", Mask + "…");
        }
        return text;
    }

    // As it is, and as JSON spells it, in a text and in JSON inside of a text.
    private static IEnumerable<string> Spellings(string secret) =>
        [secret, JsonText.Inside(secret), JsonText.Inside(JsonText.Inside(secret))];
}
