namespace Digits.Training;

/// <summary>A black sheet of 28 by 28 pixels, on which a pen draws in white.</summary>
internal sealed class Paper
{
    private readonly double[] ink = new double[DigitImage.Side * DigitImage.Side];

    /// <summary>A round dot whose edge is as soft as a pixel is wide. What lies beside the sheet is lost.</summary>
    public void Dot(Point centre, double radius)
    {
        var (left, right) = Reach(centre.X, radius);
        var (top, bottom) = Reach(centre.Y, radius);
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                ref var pixel = ref ink[y * DigitImage.Side + x];
                pixel = Math.Max(pixel, Math.Clamp(radius + 0.5 - centre.DistanceTo(new(x, y)), 0, 1));
            }
        }
    }

    /// <param name="grey">The grey value for an amount of ink, 0 to 1.</param>
    public DigitImage Scan(Func<double, double> grey) =>
        new(Array.ConvertAll(ink, amount => (byte)Math.Clamp(grey(amount), 0, 255)));

    private static (int First, int Last) Reach(double centre, double radius) =>
        (Math.Max(0, (int)Math.Floor(centre - radius)), Math.Min(DigitImage.Side - 1, (int)Math.Ceiling(centre + radius)));
}
