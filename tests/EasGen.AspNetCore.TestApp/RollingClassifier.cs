using System.Runtime.CompilerServices;
using EasGen;

namespace Acme;

/// <summary>A service as a user writes it, of whose JSON the tests take the numbers.</summary>
[EasService("rolling", Instances = 2)]
[Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/rolling:1", Port = 8000, Command = "dotnet Rolling.dll")]
[InstanceType("ecs.c7.large")]
[GracefulShutdown(30, SendSigterm = true)]
[StartupProbe(PeriodSeconds = 1, FailureThreshold = 60)]
[ReadinessProbe(PeriodSeconds = 2, FailureThreshold = 3)]
public sealed partial class RollingClassifier
{
    [Predict]
    public IrisSpecies Classify(IrisMeasurement measurement) => new(measurement.PetalLength < 2.5 ? "setosa" : "versicolor");

    [Predict("/batch", MaxBatchSize = 8, MaxBatchDelayMilliseconds = 20)]
    public async Task<IrisSpecies[]> ClassifyMany(IReadOnlyList<IrisMeasurement> batch, CancellationToken cancellation)
    {
        await Task.Delay(20 + batch.Count, cancellation);
        return [.. batch.Select(Classify)];
    }

    [Predict("/stream")]
    public async IAsyncEnumerable<IrisSpecies> ClassifyOften(
        IrisMeasurement measurement,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var item = 0; item < 5; item++)
        {
            await Task.Delay(20, cancellation);
            yield return Classify(measurement);
        }
    }
}
