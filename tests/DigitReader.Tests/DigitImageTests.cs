using System.Text;

namespace Digits.Tests;

public class DigitImageTests
{
    private static readonly byte[] Pixels = [.. Enumerable.Range(0, 28 * 28).Select(i => (byte)i)];

    [Fact]
    public void Writing_and_reading_change_nothing() =>
        Assert.Equal(Pixels, DigitImage.FromPgm(new DigitImage(Pixels).ToPgm()).Pixels.ToArray());

    [Fact]
    public void The_file_is_what_other_programs_write() =>
        Assert.Equal([.. "P5\n28 28\n255\n"u8, .. Pixels], new DigitImage(Pixels).ToPgm());

    [Theory]
    [InlineData("P5 28 28 255 ")]
    [InlineData("P5\r\n28\t28\r255\n")]
    [InlineData("P5\n# made by a scanner\n28 28\n# 255 is white\n255\n")]
    public void Words_of_the_header_are_separated_as_the_format_says(string header) =>
        Assert.Equal(Pixels, Read(header, Pixels).Pixels.ToArray());

    // The first pixels would be spaces, a comment and a number, were they read as text.
    [Fact]
    public void One_space_ends_the_header_and_the_rest_is_pixels()
    {
        byte[] pixels = [.. " \n#12"u8, .. Pixels[5..]];

        Assert.Equal(pixels, Read("P5 28 28 255\n", pixels).Pixels.ToArray());
    }

    [Theory]
    [InlineData("", "This is no binary PGM image: it does not begin with P5.")]
    [InlineData("P2\n28 28\n255\n", "This is no binary PGM image: it does not begin with P5.")]
    [InlineData("\u0089PNG\r\n", "This is no binary PGM image: it does not begin with P5.")]
    [InlineData("P5", "The width of the image is missing in its header, or no number.")]
    [InlineData("P5\n# 28 28", "The width of the image is missing in its header, or no number.")]
    [InlineData("P5\n28 ", "The height of the image is missing in its header, or no number.")]
    [InlineData("P5\n28 -28\n255\n", "The height of the image is missing in its header, or no number.")]
    [InlineData("P5\n28 99999999999\n255\n", "The height of the image is missing in its header, or no number.")]
    [InlineData("P5\n28 28\nwhite\n", "The value of white of the image is missing in its header, or no number.")]
    [InlineData("P5\n100 28\n255\n", "The image has 100 x 28 pixels, but must have 28 x 28.")]
    [InlineData("P5\n28 27\n255\n", "The image has 28 x 27 pixels, but must have 28 x 28.")]
    [InlineData("P5\n28 28\n65535\n", "White is 65535 in this image, but must be 255: one byte for each pixel.")]
    [InlineData("P5\n28 28\n1\n", "White is 1 in this image, but must be 255: one byte for each pixel.")]
    [InlineData("P5\n28 28\n255", "0 bytes follow the header of the image, but it must be 784.")]
    public void A_wrong_header_is_named(string file, string problem) =>
        Assert.Equal(problem, Assert.Throws<InvalidDataException>(() => Read(file, [])).Message);

    [Theory]
    [InlineData(783)]
    [InlineData(785)]
    public void A_wrong_number_of_pixels_is_named(int count)
    {
        var file = Assert.Throws<InvalidDataException>(() => Read("P5 28 28 255 ", new byte[count]));
        var image = Assert.Throws<ArgumentException>(() => new DigitImage(new byte[count]));

        Assert.Equal($"{count} bytes follow the header of the image, but it must be 784.", file.Message);
        Assert.StartsWith($"The image has {count} pixels, but must have 28 x 28.", image.Message, StringComparison.Ordinal);
    }

    private static DigitImage Read(string header, byte[] pixels) =>
        DigitImage.FromPgm((byte[])[.. Encoding.Latin1.GetBytes(header), .. pixels]);
}
