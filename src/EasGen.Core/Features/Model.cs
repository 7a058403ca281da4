using EasGen.Core.Secrets;

namespace EasGen.Core.Features;

/// <summary>The model that a processor runs: where it lies, and what the processor is told about it.</summary>
internal static class Model
{
    /// <summary>A path in OSS, or the address of a download.</summary>
    public static readonly LazyRegex Remote = new("^(?:oss|https?)://[^/]");

    public static readonly StringSetting Path = new("Path", "model_path") { Console = ConsoleParameters.ModelSettings };
    public static readonly StringSetting OssEndpoint = new("OssEndpoint", "oss_endpoint")
    {
        Console = ConsoleParameters.ModelSettings,
    };
    public static readonly StringSetting RoleArn = new("RoleArn", "role_arn");
    public static readonly StringSetting Entry = new("Entry", "model_entry");
    public static readonly JsonSetting Config = new("Config", "model_config") { Console = ConsoleParameters.ModelType };
    public static readonly StringSetting WarmUpData = new("WarmUpData", "warm_up_data_path");

    public static readonly Rule EAS0316_PathIsReachable = Rule.Warning("EAS0316", "Model path is neither an OSS path nor a URL")
        .Each(Path, static path => path.Length == 0 || Remote.IsMatch(path)
            ? null
            : new($"The model path '{path}' is neither an OSS path nor a URL; write it as oss://bucket/folder/ or https://…"));

    public static readonly Rule EAS0317_ConfigHasNoSecret = Rule.Warning("EAS0317", "Model configuration holds a secret in clear text")
        .When(static service => FoundSecret.Report(service, static found => found.Setting == Config));

    public static readonly FeatureType FeatureType = new(
        "Model",
        "",
        [Path, OssEndpoint, RoleArn, Entry, Config, WarmUpData])
    {
        Arguments = 1,
        ArgumentsAreOptional = true,
    };

    public static readonly Rule[] Rules = [EAS0316_PathIsReachable, EAS0317_ConfigHasNoSecret];
}
