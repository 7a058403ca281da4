namespace EasGen.Core.Json;

/// <summary>
/// A hash of a text, such as a JSON pointer, that goes on with what follows, so that texts can be told apart before they are made. It is an
/// object and no value, so that threads can keep one in a field.
/// </summary>
internal sealed class TextHash
{
    private const ulong Base = 0x100000001B3;

    private readonly ulong power;

    private TextHash(ulong value, ulong power) => (Value, this.power) = (value, power);

    /// <summary>Two that differ are of two texts; two that are equal may be of one.</summary>
    public ulong Value { get; }

    public static TextHash Of(string text)
    {
        var (value, power) = (0UL, 1UL);
        foreach (var sign in text)
        {
            value = unchecked((value * Base) + sign + 1);
            power = unchecked(power * Base);
        }
        return new(value, power);
    }

    /// <summary>True when two of the hashes, which are sorted for it, are equal.</summary>
    public static bool AnyIsTwice(ulong[] hashes)
    {
        Array.Sort(hashes);
        for (var i = 1; i < hashes.Length; i++)
        {
            if (hashes[i] == hashes[i - 1])
                return true;
        }
        return false;
    }

    /// <summary>That of the text with another behind it.</summary>
    public ulong With(TextHash behind) => unchecked((Value * behind.power) + behind.Value);
}
