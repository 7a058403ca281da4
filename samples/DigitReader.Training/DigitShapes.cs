using System.Globalization;

namespace Digits.Training;

/// <summary>The ways in which people write the ten digits.</summary>
internal static class DigitShapes
{
    // In a box of 100 by 100 whose origin is the top left corner. A semicolon lifts the pen.
    private static readonly string[][] Drawings =
    [
        ["50,0 18,20 12,60 40,98 75,85 88,45 72,8 50,0"],
        ["50,0 50,100", "28,22 52,0; 52,0 52,100", "28,22 52,0; 52,0 52,100; 28,100 76,100"],
        ["15,25 32,3 66,3 82,26 66,56 14,100; 14,100 88,100", "15,25 32,3 66,3 80,26 60,62 25,95 22,78 45,82 88,98"],
        ["15,12 48,0 80,20 62,44 40,48; 40,48 72,52 85,74 55,100 12,88", "16,0 82,0; 82,0 45,40; 45,40 80,48 84,76 52,100 12,90"],
        ["60,0 10,66; 10,66 92,66; 66,30 62,100", "18,0 16,50; 16,50 84,50; 80,0 76,100", "68,0 8,66; 8,66 92,66; 68,0 68,100"],
        ["82,0 26,0; 26,0 20,44; 20,44 60,38 85,68 58,100 12,90"],
        ["70,0 34,30 14,68 38,100 74,90 78,60 48,48 18,66", "50,0 18,60 40,100 78,78 52,52 20,68"],
        ["12,2 86,0; 86,0 40,100", "12,2 86,0; 86,0 42,100; 34,52 76,50", "12,18 14,2; 14,2 86,0; 86,0 55,45 44,100"],
        ["52,46 22,24 50,0 78,24 52,46 16,76 50,100 84,76 52,46", "76,10 45,2 26,24 52,48 78,76 50,100 20,78 46,50 76,10"],
        ["82,28 52,50 18,30 46,0 80,20 82,28; 82,28 78,60 58,100", "82,28 52,50 18,30 46,0 82,10; 82,10 80,100"],
    ];

    /// <summary>By digit and by way of writing it: the strokes.</summary>
    public static IReadOnlyList<Stroke[][]> All { get; } = [.. Drawings.Select(ways => ways.Select(Parse).ToArray())];

    private static Stroke[] Parse(string drawing) =>
        [.. drawing.Split("; ").Select(stroke => new Stroke([.. stroke.Split(' ').Select(ParsePoint)]))];

    private static Point ParsePoint(string point)
    {
        var numbers = point.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new(numbers[0], numbers[1]);
    }
}
