using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Iris;

/// <summary>What training learns and <c>iris-model.json</c> holds.</summary>
public sealed record IrisWeights(ImmutableArray<FeatureScale> Features, ImmutableArray<SpeciesWeights> Species)
{
    /// <summary>The first thing that is wrong with the weights, or null.</summary>
    internal string? FindProblem()
    {
        var features = Features.Select(feature => feature?.Name);
        if (!features.SequenceEqual(IrisMeasurement.FeatureNames))
            return $"the features are [{string.Join(", ", features)}], but must be [{string.Join(", ", IrisMeasurement.FeatureNames)}]";

        if (Features.FirstOrDefault(feature => !double.IsFinite(feature.Mean)) is { } unplaced)
            return $"the mean of {unplaced.Name} must be a finite number";

        if (Features.FirstOrDefault(feature => !(double.IsFinite(feature.Deviation) && feature.Deviation > 0)) is { } unscaled)
            return $"the deviation of {unscaled.Name} must be a finite number above 0";

        if (Species.Length < 2)
            return $"a classifier needs at least two species, and there is {Species.Length}";

        if (Species.Any(species => string.IsNullOrWhiteSpace(species?.Name)))
            return "a species has no name";

        if (Species.CountBy(species => species.Name).FirstOrDefault(group => group.Value > 1).Key is { } twice)
            return $"the species {twice} is there more than once";

        if (Species.FirstOrDefault(species => species.Weights.Length != Features.Length) is { } misshapen)
            return $"the species {misshapen.Name} has {misshapen.Weights.Length} weights, "
                + $"but must have one for each of the {Features.Length} features";

        if (Species.FirstOrDefault(species => !species.Weights.Add(species.Intercept).All(double.IsFinite)) is { } infinite)
            return $"the weights of the species {infinite.Name} must be finite numbers";

        return null;
    }
}

/// <summary>How one feature is brought to mean 0 and deviation 1, so that all weights have one scale.</summary>
public sealed record FeatureScale(string Name, double Mean, double Deviation)
{
    public double Apply(double value) => (value - Mean) / Deviation;
}

/// <summary>The linear score of one species: the intercept, and one weight for each feature.</summary>
public sealed record SpeciesWeights(string Name, double Intercept, ImmutableArray<double> Weights)
{
    public double Score(IReadOnlyList<double> features)
    {
        var score = Intercept;
        for (var i = 0; i < Weights.Length; i++)
            score += Weights[i] * features[i];
        return score;
    }
}

// "NaN" and "Infinity" may be read, because FindProblem can then say which number it is.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(IrisWeights))]
internal sealed partial class IrisJson : JsonSerializerContext;
