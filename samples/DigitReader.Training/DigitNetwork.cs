using MathNet.Numerics.LinearAlgebra;

namespace Digits.Training;

/// <summary>A network with one hidden layer. The last row of both matrices is the bias.</summary>
/// <param name="Hidden">The weights from pixels, 0 to 1, to hidden units: a row for each pixel, a column for each unit.</param>
/// <param name="Output">The weights from hidden units to digits: a row for each unit, a column for each digit.</param>
public sealed record DigitNetwork(Matrix<double> Hidden, Matrix<double> Output);
