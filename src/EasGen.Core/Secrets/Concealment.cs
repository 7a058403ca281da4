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

    /// <summary>What no output shows: the secrets in every spelling, but for those that are parts of many words.</summary>
    public IReadOnlyList<string> Texts => texts;

    public IReadOnlyList<Secret> Secrets => secrets;

    public Finding Of(Finding finding) => secrets.Count == 0 ? finding : finding with
    {
        Message = finding.Message.Through(text => Of(text, finding.Pointer)),
        Fix = finding.Fix is { } fix ? fix with { Title = Of(fix.Title, finding.Pointer) } : null,
    };

    /// <summary>A text that may quote one of the secrets, or the beginning of one, without it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pointer">What it is about.</param>
    public string Of(string text, string? pointer = null)
    {
        foreach (var secret in texts)
            text = text.Replace(secret, Mask);
        foreach (var secret in secrets)
        {
            if (secret.Text.Length < Telling && IsAbout(pointer, secret.Pointer))
                text = text.Replace(secret.Text, Mask);
        }
        return text.IndexOf('…') >= 0 ? WithoutBeginnings(text) : text;
    }

    // A message shortens long values.
    private string WithoutBeginnings(string text)
    {
        foreach (var secret in texts)
        {
            for (var length = secret.Length - 1; length >= Telling; length--)
                text = text.Replace(secret.Substring(0, length) + "…", Mask + "…");
        }
        return text;
    }

    // As it is, and as JSON spells it, in a text and in JSON inside of a text.
    private static IEnumerable<string> Spellings(string secret) =>
        [secret, JsonText.Inside(secret), JsonText.Inside(JsonText.Inside(secret))];

    private static bool IsAbout(string? pointer, string secret) =>
        pointer is not null && (pointer == secret
            || JsonPointer.AndAbove(secret).Contains(pointer)
            || JsonPointer.AndAbove(pointer).Contains(secret));
}
