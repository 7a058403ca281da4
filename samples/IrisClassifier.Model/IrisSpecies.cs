namespace Iris;

/// <summary>What the model takes a flower for.</summary>
/// <param name="Species">The most probable species, for example <c>setosa</c>.</param>
/// <param name="Confidence">The probability of <paramref name="Species"/>.</param>
/// <param name="Probabilities">The probability of every species; together they are 1.</param>
public sealed record IrisSpecies(
    string Species,
    double Confidence,
    IReadOnlyDictionary<string, double> Probabilities);
