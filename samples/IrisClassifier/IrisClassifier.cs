using EasGen;

namespace Iris;

/// <summary>Tells the species of an iris from four measurements.</summary>
[EasService("iris_classifier", Instances = 2)]
[Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/iris:1.4", Port = 8000, Command = "dotnet IrisClassifier.dll")]
[InstanceType("ecs.c7.large")]
[InstanceType("ecs.c7.xlarge", SpotPriceLimit = 0.3)]
[SpotProtection(true)]
[OssMount("oss://acme-models/iris/", "/models", ReadOnly = true)]
[RequestHandling(TimeoutSeconds = 5)]
[RollingUpdate(MaxSurge = "1", MaxUnavailable = "0")]
[GracefulShutdown(45, SendSigterm = true, DrainSeconds = 10)]
[StartupProbe(PeriodSeconds = 2)]   // ready in a second: the usual 10 s would make each rollout wait
public sealed partial class IrisClassifier
{
    private IrisModel? model;

    /// <summary>Loads the weights from the mount, or on a developer's machine from the folder beside the program.</summary>
    [PredictorStartup]
    public void Load() => model = IrisModel.Load(Directory.Exists(Eas.MountPath) ? Eas.MountPath : LocalFolder);

    [ReadinessProbe]
    public bool IsReady() => model is not null;

    [Predict]
    public IrisSpecies Classify(IrisMeasurement measurement)
    {
        try
        {
            return model!.Predict(measurement);
        }
        catch (ArgumentOutOfRangeException wrong)
        {
            throw new BadHttpRequestException(wrong.Message);
        }
    }

    private static string LocalFolder => Path.Combine(AppContext.BaseDirectory, "model");
}
