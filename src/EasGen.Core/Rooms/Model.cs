using System.Text.RegularExpressions;

namespace EasGen.Core.Rooms;

/// <summary>The model that a processor runs: where it lies, and what the processor is told about it.</summary>
internal static class Model
{
    public static readonly TextRow Path = new("Path", "model_path") { Console = "Processor: Model Settings OSS / URL / PAI model" };
    public static readonly TextRow OssEndpoint = new("OssEndpoint", "oss_endpoint") { Console = "Processor: Model Settings OSS / URL / PAI model" };
    public static readonly TextRow RoleArn = new("RoleArn", "role_arn");
    public static readonly TextRow Entry = new("Entry", "model_entry");
    public static readonly OpaqueRow Config = new("Config", "model_config") { Console = "Model Type" };
    public static readonly TextRow WarmUpData = new("WarmUpData", "warm_up_data_path");

    public static readonly Rule EAS0316_PathIsReachable = Rule.Warning("EAS0316", "Model path is neither in OSS nor an address")
        .Each(Path, static path => path.Length == 0 || Regex.IsMatch(path, @"^(?:oss|https?)://[^/]", RegexOptions.CultureInvariant)
            ? null
            : new($"The model path '{path}' is neither in OSS nor an address; write it as oss://bucket/folder/ or https://…"));

    public static readonly Rule EAS0317_ConfigHasNoSecret = Rule.Warning("EAS0317", "Model configuration holds a secret in clear text")
        .When(static service =>
        {
            foreach (var model in service.All(Config))
            {
                if (JsonParser.Parse(model[Config] ?? "", out _) is { } config && Secrets(config).FirstOrDefault() is { } name)
                    service.Report(model.At(Config), $"'{name}' looks like a secret and would stand in the artifact in clear text; write ${{{name.ToUpperInvariant()}}} and fill it in at deployment");
            }
        });

    public static readonly Room Room = new(
        "Model",
        "",
        [Path, OssEndpoint, RoleArn, Entry, Config, WarmUpData],
        [EAS0316_PathIsReachable, EAS0317_ConfigHasNoSecret])
    {
        Arguments = 1,
        ArgumentsAreOptional = true,
    };

    /// <summary>True for a member of the configuration that holds a secret in clear text.</summary>
    public static bool IsSecret(string key, JsonNode value) =>
        value is { Kind: JsonKind.Text, Simple: { Length: > 0 } text } && !Placeholder.IsIn(text) && EnvironmentVariable.IsSecret(key);

    // The keys of what is in the configuration as text, at any depth.
    private static IEnumerable<string> Secrets(JsonNode json) => json.Kind switch
    {
        JsonKind.Object => json.Members.SelectMany(static member =>
            IsSecret(member.Key, member.Value) ? [member.Key] : Secrets(member.Value)),
        JsonKind.List => json.Items.SelectMany(Secrets),
        _ => [],
    };
}
