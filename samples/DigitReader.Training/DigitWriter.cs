namespace Digits.Training;

/// <summary>Writes digits as many people would: each with its own shape, slant, size, place, pen and light.</summary>
/// <param name="seed">The same seed writes the same images.</param>
public sealed class DigitWriter(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>As many images, of the digits 0 to 9 in turn.</summary>
    public IReadOnlyList<DigitSample> Write(int count) => [.. Enumerable.Range(0, count).Select(i => Draw(i % 10))];

    private DigitSample Draw(int digit)
    {
        var (width, height) = (Between(0.08, 0.18), Between(0.14, 0.21));   // pixels for each hundredth of the box
        var (slant, turn) = (Between(-0.3, 0.4), Between(-0.2, 0.2));
        var (right, down) = (Between(-2.5, 2.5), Between(-2.5, 2.5));
        var (radius, shake) = (Between(0.6, 1.7), Between(0, 5));

        Point Place(Point point)
        {
            var y = (point.Y + Between(-shake, shake) - 50) * height;
            var x = (point.X + Between(-shake, shake) - 50) * width - slant * y;
            var (sin, cos) = Math.SinCos(turn);
            const double middle = (DigitImage.Side - 1) / 2.0;
            return new(middle + right + cos * x - sin * y, middle + down + sin * x + cos * y);
        }

        var paper = new Paper();
        var ways = DigitShapes.All[digit];
        foreach (var dot in ways[random.Next(ways.Length)].SelectMany(stroke => stroke.Map(Place).Trace(step: 0.5)))
            paper.Dot(dot, radius);

        var (light, noise) = (Between(140, 255), Between(0, 60));
        return new(paper.Scan(ink => ink * light + noise * Between(-1, 1)), digit);
    }

    private double Between(double least, double most) => least + (most - least) * random.NextDouble();
}
