using MathNet.Numerics.LinearAlgebra;

namespace Digits.Training;

/// <summary>Fits a network by gradient descent with momentum.</summary>
public static class DigitTrainer
{
    private const int Digits = 10;
    private const int HiddenUnits = 32;
    private const int BatchSize = 50;
    private const int Epochs = 6;
    private const double FirstRate = 0.1;
    private const double Momentum = 0.9;

    private static readonly MatrixBuilder<double> Build = Matrix<double>.Build;

    /// <summary>The same samples make the same network.</summary>
    public static DigitNetwork Train(IReadOnlyList<DigitSample> samples)
    {
        var random = new Random(3);
        var order = samples.ToArray();

        var hidden = RandomLayer(DigitImage.Side * DigitImage.Side, HiddenUnits, random);
        var output = RandomLayer(HiddenUnits, Digits, random);
        var (hiddenStep, outputStep) = (0 * hidden, 0 * output);

        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var rate = FirstRate * (Epochs - epoch) / Epochs;
            foreach (var batch in order.Chunk(BatchSize))
            {
                var pixels = WithOne(Pixels(batch));
                var units = (pixels * hidden).PointwiseMaximum(0);
                var unitsAndOne = WithOne(units);

                // The gradient of the cross-entropy: first for the sums that the softmax takes, then one layer further down.
                var outputError = (Softmax(unitsAndOne * output) - Truth(batch)) / batch.Length;
                var hiddenError = (outputError * output.RemoveRow(HiddenUnits).Transpose()).PointwiseMultiply(units.PointwiseSign());

                output += outputStep = Momentum * outputStep - rate * unitsAndOne.TransposeThisAndMultiply(outputError);
                hidden += hiddenStep = Momentum * hiddenStep - rate * pixels.TransposeThisAndMultiply(hiddenError);
            }
        }

        return new(hidden, output);
    }

    // Such that what leaves the layer varies about as much as what enters it; the biases are 0.
    private static Matrix<double> RandomLayer(int inputs, int outputs, Random random)
    {
        var limit = Math.Sqrt(6.0 / inputs);
        return Build.Dense(inputs, outputs, (_, _) => limit * (2 * random.NextDouble() - 1)).Stack(Build.Dense(1, outputs));
    }

    private static Matrix<double> Pixels(DigitSample[] batch) =>
        Build.DenseOfRowArrays(batch.Select(sample => Array.ConvertAll(sample.Image.Pixels.ToArray(), grey => grey / 255.0)));

    private static Matrix<double> Truth(DigitSample[] batch) =>
        Build.Dense(batch.Length, Digits, (row, digit) => batch[row].Digit == digit ? 1 : 0);

    private static Matrix<double> WithOne(Matrix<double> values) => values.Append(Build.Dense(values.RowCount, 1, 1));

    // Softmax does not change when all sums of a row move together; with 0 as the highest, exp cannot overflow.
    private static Matrix<double> Softmax(Matrix<double> sums) =>
        Build.DenseOfRowVectors(sums.EnumerateRows().Select(row => (row - row.Maximum()).PointwiseExp().Normalize(1)));
}
