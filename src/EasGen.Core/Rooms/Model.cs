namespace EasGen.Core.Rooms;

/// <summary>The model that a processor runs: where it lies, and what the processor is told about it.</summary>
internal static class Model
{
    /// <summary>A path in OSS, or the address of a download.</summary>
    public static readonly LazyRegex Remote = new("^(?:oss|https?)://[^/]");

    public static readonly TextRow Path = new("Path", "model_path") { Console = "Processor: Model Settings OSS / URL / PAI model" };
    public static readonly TextRow OssEndpoint = new("OssEndpoint", "oss_endpoint") { Console = "Processor: Model Settings OSS / URL / PAI model" };
    public static readonly TextRow RoleArn = new("RoleArn", "role_arn");
    public static readonly TextRow Entry = new("Entry", "model_entry");
    public static readonly OpaqueRow Config = new("Config", "model_config") { Console = "Model Type" };
    public static readonly TextRow WarmUpData = new("WarmUpData", "warm_up_data_path");

    public static readonly Rule EAS0316_PathIsReachable = Rule.Warning("EAS0316", "Model path is neither an OSS path nor a URL")
        .Each(Path, static path => path.Length == 0 || Remote.IsMatch(path)
            ? null
            : new($"The model path '{path}' is neither an OSS path nor a URL; write it as oss://bucket/folder/ or https://…"));

    public static readonly Rule EAS0317_ConfigHasNoSecret = Rule.Warning("EAS0317", "Model configuration holds a secret in clear text")
        .When(static service => FoundSecret.Report(service, static found => found.Row == Config));

    public static readonly Room Room = new(
        "Model",
        "",
        [Path, OssEndpoint, RoleArn, Entry, Config, WarmUpData],
        [EAS0316_PathIsReachable, EAS0317_ConfigHasNoSecret])
    {
        Arguments = 1,
        ArgumentsAreOptional = true,
    };
}
