using System.Globalization;

namespace Digits;

/// <summary>The words at the beginning of a PGM file, between which spaces, line breaks and comments may stand.</summary>
internal ref struct PgmHeader(ReadOnlySpan<byte> file)
{
    private readonly ReadOnlySpan<byte> file = file;

    /// <summary>How many bytes have been read: a single space or line break ends the last word.</summary>
    public int Length { get; private set; }

    public ReadOnlySpan<byte> Word()
    {
        while (Length < file.Length && (IsSpace || file[Length] == '#'))
            Length += file[Length] == '#' ? LineLength : 1;

        var start = Length;
        while (Length < file.Length && !IsSpace)
            Length++;

        var word = file[start..Length];
        Length = Math.Min(Length + 1, file.Length);
        return word;
    }

    /// <exception cref="InvalidDataException">The next word is no number.</exception>
    public int Number(string name) =>
        int.TryParse(Word(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidDataException($"The {name} of the image is missing in its header, or no number.");

    private readonly bool IsSpace => file[Length] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private readonly int LineLength => file[Length..].IndexOf((byte)'\n') is >= 0 and var end ? end + 1 : file.Length - Length;
}
