using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Acme;

// What a user writes, less the attributes, which this part does not know.
public sealed partial class IrisClassifier(ILogger<IrisClassifier> logger)
{
    private double threshold;

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(10, cancellationToken);
        threshold = 2.5;
    }

    public bool IsReady() => threshold > 0;

    public static ValueTask<bool> IsAlive() => new(true);

    public IrisSpecies Classify(IrisMeasurement measurement) =>
        new(measurement.PetalLength < threshold ? "setosa" : "versicolor");

    public async Task<IrisSpecies> ClassifyLater(LateMeasurement late, CancellationToken cancellationToken)
    {
        LogBegun();
        await Task.Delay(late.DelayMilliseconds, cancellationToken);
        return Classify(late.Measurement);
    }

    public IReadOnlyList<IrisSpecies> ClassifyAll(IReadOnlyList<IrisMeasurement> batch) => [.. batch.Select(Classify)];

    public async IAsyncEnumerable<IrisSpecies> ClassifyTwice(
        LateMeasurement late,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Classify(late.Measurement);
        await Task.Delay(late.DelayMilliseconds, cancellationToken);
        yield return Classify(late.Measurement);
    }

    [LoggerMessage(1, LogLevel.Information, "begun")]
    partial void LogBegun();
}

public sealed record IrisMeasurement(double PetalLength, double PetalWidth);

public sealed record LateMeasurement(int DelayMilliseconds, IrisMeasurement Measurement);

public sealed record IrisSpecies(string Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IrisMeasurement))]
[JsonSerializable(typeof(LateMeasurement))]
[JsonSerializable(typeof(IrisSpecies))]
[JsonSerializable(typeof(int))]
public sealed partial class IrisJsonContext : JsonSerializerContext;
