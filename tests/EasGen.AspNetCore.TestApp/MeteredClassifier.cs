using System.Diagnostics.Metrics;
using System.Globalization;
using EasGen;

namespace Acme;

/// <summary>A service as a user writes it, that reports a metric and has a parameter that changes while it runs.</summary>
[EasService("metered")]
[Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/metered:1", Port = 8000, Command = "dotnet Metered.dll")]
[InstanceType("ecs.c7.large")]
[CustomMetric("classified", Tag = "species")]
[DynamicParameter("threshold", 2.5)]
public sealed partial class MeteredClassifier(IMeterFactory meters, IConfiguration configuration)
{
    private readonly Counter<int> classified = meters.Create("Acme").CreateCounter<int>("classified");

    [Predict]
    public IrisSpecies Classify(IrisMeasurement measurement)
    {
        var threshold = double.Parse(configuration["threshold"]!, CultureInfo.InvariantCulture);
        var species = new IrisSpecies(measurement.PetalLength < threshold ? "setosa" : "versicolor");
        classified.Add(1, KeyValuePair.Create<string, object?>("species", species.Name));
        return species;
    }
}
