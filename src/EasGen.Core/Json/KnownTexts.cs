namespace EasGen.Core.Json;

/// <summary>Texts that are found by their bytes in UTF-8, so that those which are read again and again are made once.</summary>
internal sealed class KnownTexts
{
    // More than there are keys, so that few share a place.
    private const int Places = 1024;

    private readonly (byte[] Bytes, string Text)[]?[] known = new (byte[], string)[]?[Places];

    public KnownTexts(IEnumerable<string> texts)
    {
        foreach (var text in texts.Distinct(StringComparer.Ordinal).Where(static text => text.Length > 0))
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(text);
            known[Place(bytes)] = [.. known[Place(bytes)] ?? [], (bytes, text)];
        }
    }

    /// <summary>The text of the bytes; null when it is not known.</summary>
    public string? Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || known[Place(bytes)] is not { } here)
            return null;
        foreach (var (own, text) in here)
        {
            if (bytes.SequenceEqual(own))
                return text;
        }
        return null;
    }

    // As KeyHash, by the length and three of the bytes.
    private static int Place(ReadOnlySpan<byte> bytes) =>
        ((bytes.Length * 59) + (bytes[0] * 3) + (bytes[bytes.Length / 2] * 17) + (bytes[bytes.Length - 1] * 131)) % Places;
}
