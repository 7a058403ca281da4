namespace EasGen.Docs;

/// <summary>A parameter of the console's page for custom deployment.</summary>
/// <param name="Name">As the page calls it, and as settings that are this parameter repeat it.</param>
/// <param name="Remark">Where no setting can say it, or not all of it: what to do instead.</param>
internal sealed record ConsoleParameter(string Name, string Remark = "");

/// <summary>The page from top to bottom.</summary>
internal static class ConsolePage
{
    public static readonly ConsoleParameter[] Parameters =
    [
        new(ConsoleParameters.ServiceName),
        new(ConsoleParameters.DeploymentMethod, "`Container` deploys an image, `Processor` or `CustomProcessor` a processor."),
        new(ConsoleParameters.AsynchronousServices),
        new(ConsoleParameters.EnableWebApplication),
        new(ConsoleParameters.Image),
        new(ConsoleParameters.RegistryUser),
        new(ConsoleParameters.OssMount),
        new(
            ConsoleParameters.NasMount,
            "The id of the file system has no field; it only helps to choose the mount target."),
        new(ConsoleParameters.CpfsMount),
        new(
            ConsoleParameters.PaiModel,
            "The console's own object is not documented; `ModelMount` writes the closest documented form, "
            + "an OSS mount marked as a model. An object copied from the console goes into `RawSetting(\"/storage/-\", …)`."),
        new(ConsoleParameters.GitMount),
        new(
            ConsoleParameters.CodeBuild,
            "The object is not documented. `GitMount` is the closest documented form; "
            + "an object copied from the console goes into `RawSetting(\"/storage/-\", …)`."),
        new(ConsoleParameters.CustomDataset),
        new(ConsoleParameters.Command),
        new(ConsoleParameters.ThirdPartyLibraries),
        new(ConsoleParameters.EnvironmentVariables),
        new(ConsoleParameters.HealthCheck, "One attribute for each probe: `StartupProbe`, `ReadinessProbe`, `LivenessProbe`."),
        new(ConsoleParameters.EnableGrpc),
        new(ConsoleParameters.ModelSettings),
        new(ConsoleParameters.ProcessorType),
        new(
            ConsoleParameters.ModelType,
            "The key inside of `model_config` is not documented; EasGen only asks that it is there (EAS0303)."),
        new(ConsoleParameters.ProcessorLanguage),
        new(ConsoleParameters.ProcessorPackage),
        new(ConsoleParameters.ProcessorMainFile),
        new(ConsoleParameters.MountConfigurations, "The same mounts as beside an image."),
        new(ConsoleParameters.ResourceType, "Public: `InstanceType`; EAS resource group: `ResourceGroup`; quota: `ResourceQuota`."),
        new(ConsoleParameters.GpuSharing),
        new(ConsoleParameters.Instances),
        new(ConsoleParameters.DedicatedResources),
        new(ConsoleParameters.DeploymentResources),
        new(ConsoleParameters.Bidding),
        new(ConsoleParameters.ProtectionPeriod),
        new(ConsoleParameters.ElasticResourcePool),
        new(ConsoleParameters.AdditionalSystemDisk),
        new(ConsoleParameters.DistributedInference),
        new(ConsoleParameters.RollingUpdate),
        new(ConsoleParameters.SharedMemory),
        new(ConsoleParameters.HighPriorityRescheduling),
        new(ConsoleParameters.GpuDriver),
        new(ConsoleParameters.Vpc),
        new(
            ConsoleParameters.MemoryCaching,
            "The form of the path pairs is not documented; `CacheMount` writes the one seen in a public file."),
        new(ConsoleParameters.DedicatedGateway),
        new(
            ConsoleParameters.LlmRouter,
            "The router's own fields are not documented: `LlmRouter` writes the type, "
            + "the rest goes into `RawSetting`. The services behind it are bound by `EasService.Group`."),
        new(ConsoleParameters.ResponseTimeout),
        new(ConsoleParameters.GracefulShutdownTime),
        new(ConsoleParameters.SendSigterm),
        new(ConsoleParameters.SaveCallRecords),
        new(ConsoleParameters.TaskMode),
        new(ConsoleParameters.SecureEncryption),
        new(
            ConsoleParameters.TracingAnalysis,
            "The field of the console's switch is not documented. `Tracing` writes the label of the PAI-RAG guide; "
            + "other images start with the agent in `Container.Script` and `PythonLibraries`."),
        new(ConsoleParameters.ServiceConfiguration, "The whole file; `RawSetting` writes any key that no attribute has."),
    ];
}
