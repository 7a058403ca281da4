namespace Digits.Training;

/// <summary>What a pen draws without leaving the paper: a smooth curve through some points, a straight line through two.</summary>
internal sealed record Stroke(IReadOnlyList<Point> Points)
{
    public Stroke Map(Func<Point, Point> place) => new([.. Points.Select(place)]);

    /// <summary>Points on the curve, at most <paramref name="step"/> apart where it is straight.</summary>
    public IEnumerable<Point> Trace(double step)
    {
        for (var i = 0; i < Points.Count - 1; i++)
        {
            var (start, end) = (Points[i], Points[i + 1]);
            var (before, after) = (Points[Math.Max(0, i - 1)], Points[Math.Min(i + 2, Points.Count - 1)]);

            var steps = (int)Math.Ceiling(start.DistanceTo(end) / step);
            for (var k = 0; k <= steps; k++)
            {
                var t = steps == 0 ? 0 : (double)k / steps;
                yield return new(
                    Between(before.X, start.X, end.X, after.X, t),
                    Between(before.Y, start.Y, end.Y, after.Y, t));
            }
        }
    }

    // The spline of Catmull and Rom: it goes through b and c, in the directions of a to c and of b to d.
    private static double Between(double a, double b, double c, double d, double t) =>
        b + t / 2 * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
