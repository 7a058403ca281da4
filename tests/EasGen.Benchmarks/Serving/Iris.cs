using System.Text.Json.Serialization;

namespace EasGen.Benchmarks.Serving;

public sealed record IrisMeasurement(double SepalLength, double SepalWidth, double PetalLength, double PetalWidth);

public sealed record IrisSpecies(string Name, double Certainty);

/// <summary>The predictor that is served both ways. It costs next to nothing, so that the serving is what is measured.</summary>
[EasService("iris")]
[Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/iris:1.4", Port = 8000, Command = "dotnet Iris.dll")]
[InstanceType("ecs.c7.large")]
public sealed partial class Iris
{
    [Predict]
    public IrisSpecies Classify(IrisMeasurement measurement) =>
        new(measurement.PetalLength < 2.5 ? "setosa" : "versicolor", measurement.PetalWidth);
}

/// <summary>The same with more calls at a time than there are cores, as of a method that waits.</summary>
[EasService("bounded_iris")]
[Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/iris:1.4", Port = 8000, Command = "dotnet Iris.dll")]
[InstanceType("ecs.c7.large")]
public sealed partial class BoundedIris
{
    [Predict(MaxConcurrency = 8, MaxQueue = 32)]
    public IrisSpecies Classify(IrisMeasurement measurement) =>
        new(measurement.PetalLength < 2.5 ? "setosa" : "versicolor", measurement.PetalWidth);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IrisMeasurement))]
[JsonSerializable(typeof(IrisSpecies))]
internal sealed partial class IrisJson : JsonSerializerContext;
