using System.Globalization;
using System.Text;

namespace Digits;

/// <summary>A handwritten digit: light ink on black, 28 by 28 pixels, as in the well-known MNIST data.</summary>
public sealed class DigitImage
{
    /// <summary>Pixels in a row and in a column.</summary>
    public const int Side = 28;

    private const int White = 255;

    /// <param name="pixels">Row by row from the top left corner: 0 is black, 255 is white.</param>
    /// <exception cref="ArgumentException">The number of pixels is not 28 × 28.</exception>
    public DigitImage(ReadOnlyMemory<byte> pixels)
    {
        if (pixels.Length != Side * Side)
            throw new ArgumentException($"The image has {pixels.Length} pixels, but must have {Side} x {Side}.", nameof(pixels));

        Pixels = pixels;
    }

    /// <summary>An image on which no digit is.</summary>
    public static DigitImage Blank { get; } = new(new byte[Side * Side]);

    /// <summary>Row by row from the top left corner: 0 is black, 255 is white.</summary>
    public ReadOnlyMemory<byte> Pixels { get; }

    /// <summary>Reads a binary PGM file, the format of grey images that needs no decoder: a short header, then the pixels.</summary>
    /// <remarks>The pixels are those of <paramref name="file"/>; nothing is copied.</remarks>
    /// <exception cref="InvalidDataException">The bytes are no such image; the message says why.</exception>
    public static DigitImage FromPgm(ReadOnlyMemory<byte> file)
    {
        var header = new PgmHeader(file.Span);
        if (!header.Word().SequenceEqual("P5"u8))
            throw new InvalidDataException("This is no binary PGM image: it does not begin with P5.");

        var (width, height) = (header.Number("width"), header.Number("height"));
        if ((width, height) != (Side, Side))
            throw new InvalidDataException($"The image has {width} x {height} pixels, but must have {Side} x {Side}.");

        if (header.Number("value of white") is var white and not White)
            throw new InvalidDataException($"White is {white} in this image, but must be {White}: one byte for each pixel.");

        var pixels = file[header.Length..];
        return pixels.Length == Side * Side
            ? new DigitImage(pixels)
            : throw new InvalidDataException($"{pixels.Length} bytes follow the header of the image, but it must be {Side * Side}.");
    }

    /// <summary>Writes what <see cref="FromPgm"/> reads.</summary>
    public byte[] ToPgm() =>
        [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{Side} {Side}\n{White}\n")), .. Pixels.Span];
}
