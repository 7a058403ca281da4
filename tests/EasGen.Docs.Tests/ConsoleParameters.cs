namespace EasGen.Docs.Tests;

/// <summary>A parameter of the console's page for custom deployment.</summary>
/// <param name="Name">As the page calls it, and as settings that are this parameter repeat it.</param>
/// <param name="Remark">Where no setting can say it, or not all of it: what to do instead.</param>
internal sealed record ConsoleParameter(string Name, string Remark = "");

/// <summary>The page from top to bottom.</summary>
internal static class ConsoleParameters
{
    public static readonly ConsoleParameter[] All =
    [
        new("Service Name"),
        new("Deployment method: image / processor", "`Container` deploys an image, `Processor` or `CustomProcessor` a processor."),
        new("Asynchronous Services"),
        new("Enable web application"),
        new("Image: Alibaba Cloud / Custom / Address"),
        new("Registry user name and password"),
        new("Model/Code/Mount: OSS + Mount Path"),
        new(
            "NAS: file system, mount target, path, mount path",
            "The id of the file system has no field; it only helps to choose the mount target."),
        new("CPFS for Lingjun: file system, path, mount path"),
        new(
            "PAI Model + mount path",
            "The console's own object is not documented; `ModelMount` writes the closest documented form, "
            + "an OSS mount marked as a model. An object copied from the console goes into `RawSetting(\"/storage/-\", …)`."),
        new("Git: address + mount path"),
        new(
            "Code Build",
            "The object is not documented. `GitMount` is the closest documented form; "
            + "an object copied from the console goes into `RawSetting(\"/storage/-\", …)`."),
        new("Custom Dataset"),
        new("Command + port"),
        new("Third-party Libraries / requirements.txt path"),
        new("Environment Variables"),
        new("Health Check", "One attribute for each probe: `StartupProbe`, `ReadinessProbe`, `LivenessProbe`."),
        new("Enable gRPC"),
        new("Processor: Model Settings OSS / URL / PAI model"),
        new("Processor Type"),
        new("Model Type", "The key inside of `model_config` is not documented; EasGen only asks that it is there (EAS0303)."),
        new("Processor Language"),
        new("Processor Package"),
        new("Processor Main File"),
        new("Mount Configurations (processor)", "The same mounts as beside an image."),
        new("Resource Type", "Public: `InstanceType`; EAS resource group: `ResourceGroup`; quota: `ResourceQuota`."),
        new("GPU Sharing"),
        new("Instances"),
        new("vCPUs / Memory / GPUs (dedicated)"),
        new("Deployment Resources (instance types, up to five)"),
        new("Bidding + price"),
        new("Protection period: none / 1 hour"),
        new("Elastic Resource Pool"),
        new("Additional System Disk"),
        new("Distributed Inference"),
        new("Rolling Update: exceeding / unavailable"),
        new("Shared Memory"),
        new("High-priority Resource Rescheduling"),
        new("GPU Driver"),
        new("VPC / vSwitch / Security Group"),
        new("Memory Caching", "The form of the path pairs is not documented; `CacheMount` writes the one seen in a public file."),
        new("Dedicated Gateway"),
        new(
            "LLM Intelligent Router",
            "The router's own fields are not documented: `LlmRouter` writes the type, "
            + "the rest goes into `RawSetting`. The services behind it are bound by `EasService.Group`."),
        new("Service Response Timeout Period (s)"),
        new("Graceful Shutdown Time"),
        new("Send SIGTERM"),
        new("Save Call Records → MaxCompute / Log Service"),
        new("Task Mode"),
        new("Configure Secure Encryption Environment"),
        new(
            "Tracing Analysis",
            "The field of the console's switch is not documented. `Tracing` writes the label of the PAI-RAG guide; "
            + "other images start with the agent in `Container.Script` and `PythonLibraries`."),
        new("Service Configuration (JSON editor)", "The whole file; `RawSetting` writes any key that no attribute has."),
    ];
}
