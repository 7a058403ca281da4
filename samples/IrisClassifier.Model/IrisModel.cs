using System.Text.Json;

namespace Iris;

/// <summary>Softmax regression over standardised measurements. Immutable, so that many requests can share one.</summary>
public sealed class IrisModel
{
    public const string FileName = "iris-model.json";

    private readonly IrisWeights weights;

    /// <exception cref="InvalidDataException">The weights do not make a model.</exception>
    public IrisModel(IrisWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.FindProblem() is { } problem)
            throw new InvalidDataException($"{problem}.");

        this.weights = weights;
    }

    /// <summary>Reads <c>iris-model.json</c> in <paramref name="folder"/>.</summary>
    /// <exception cref="FileNotFoundException">The folder has no such file.</exception>
    /// <exception cref="InvalidDataException">The file does not hold a model; the message says why.</exception>
    public static IrisModel Load(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path}: there is no such file. Is the model folder mounted, and the model trained?", path);

        try
        {
            using var file = File.OpenRead(path);
            return new IrisModel(JsonSerializer.Deserialize(file, IrisJson.Default.IrisWeights)
                ?? throw new InvalidDataException("the model is null."));
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Writes what <see cref="Load"/> reads.</summary>
    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(weights, IrisJson.Default.IrisWeights) + "\n");
    }

    /// <exception cref="ArgumentOutOfRangeException">A measurement is no length of a flower; names the property.</exception>
    public IrisSpecies Predict(IrisMeasurement measurement)
    {
        ArgumentNullException.ThrowIfNull(measurement);

        var features = measurement.ToFeatures().Zip(weights.Features, (value, scale) => scale.Apply(value)).ToArray();
        var scores = weights.Species.Select(species => species.Score(features)).ToArray();

        // Softmax does not change when all scores move together; with 0 as the highest, exp cannot overflow.
        var highest = scores.Max();
        var shares = scores.Select(score => Math.Exp(score - highest)).ToArray();
        var total = shares.Sum();

        // An ordered dictionary, so that the JSON lists the species in the order of the model.
        var probabilities = new OrderedDictionary<string, double>();
        foreach (var (species, share) in weights.Species.Zip(shares))
            probabilities.Add(species.Name, share / total);

        var (name, confidence) = probabilities.MaxBy(entry => entry.Value);
        return new IrisSpecies(name, confidence, probabilities);
    }
}
