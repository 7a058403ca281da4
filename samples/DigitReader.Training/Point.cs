namespace Digits.Training;

/// <summary>A place on paper; X grows to the right and Y downwards.</summary>
internal readonly record struct Point(double X, double Y)
{
    public double DistanceTo(Point other) => double.Hypot(X - other.X, Y - other.Y);
}
