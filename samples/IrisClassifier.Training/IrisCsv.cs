using System.Globalization;

namespace Iris.Training;

public static class IrisCsv
{
    private const string Header = "sepal_length,sepal_width,petal_length,petal_width,species";

    private static readonly string[] Columns = Header.Split(',');

    /// <exception cref="InvalidDataException">
    /// The file is not like <c>iris.csv</c>; names the line, the value and what belongs there.
    /// </exception>
    public static IReadOnlyList<IrisSample> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0] != Header)
            throw new InvalidDataException($"{path}(1): expected the header '{Header}', but found '{lines.FirstOrDefault()}'.");

        return [.. lines.Skip(1).Select((line, i) => ReadRow(line, $"{path}({i + 2})"))];
    }

    private static IrisSample ReadRow(string line, string place)
    {
        var values = line.Split(',');
        if (values.Length != Columns.Length)
            throw new InvalidDataException($"{place}: expected {Columns.Length} values ({Header}), but found {values.Length} in '{line}'.");

        double Centimetres(int column) =>
            // No sign, no exponent, no thousands separator; and TryParse takes "NaN" in every style, so the range is asked too.
            double.TryParse(values[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number is > 0 and <= 100
                ? number
                : throw new InvalidDataException(
                    $"{place}: expected {Columns[column]} as centimetres such as 5.1, "
                    + $"above 0 and at most 100, but found '{values[column]}'.");

        var measurement = new IrisMeasurement
        {
            SepalLength = Centimetres(0),
            SepalWidth = Centimetres(1),
            PetalLength = Centimetres(2),
            PetalWidth = Centimetres(3),
        };
        return IrisTrainer.Species.Contains(values[4])
            ? new IrisSample(measurement, values[4])
            : throw new InvalidDataException(
                $"{place}: expected one of the species {string.Join(", ", IrisTrainer.Species)}, but found '{values[4]}'.");
    }
}
