using EasGen.Core.Comparing;

namespace EasGen.Cli.Plan;

/// <summary>
/// Settings that are live although nobody wrote them, and values that PAI-EAS assumes where none is written. The documentation has
/// no list of either; what is here is what its own tools leave out. `--show-ignored` shows what was taken for such a setting.
/// </summary>
internal static class ServerSettings
{
    private const string Called = "it is where the service is";
    private const string Own = "PAI-EAS sets it";
    private const string Implied = "the instance type implies it";
    private const string Default = "it is the default";
    private const string Empty = "it is empty";
    private const string Scaled = "scaling decides it";

    // What the service gets if its JSON does not say it.
    private static readonly string[] OwnPlaces = ["token", "generate_token", "name", "metadata.workspace_id", "metadata.region", "labels"];

    private static readonly string[] ImpliedPlaces = ["metadata.cpu", "metadata.memory", "metadata.gpu"];

    // Defaults that no two sources dispute.
    private static readonly Dictionary<string, string> Defaults = new(StringComparer.Ordinal)
    {
        ["metadata.enable_grpc"] = "false",
        ["metadata.enable_webservice"] = "false",
        ["metadata.resource_rebalancing"] = "false",
        ["metadata.eas.termination_grace_period"] = "30",
        ["metadata.rolling_strategy.max_surge"] = "2%",
        ["metadata.rpc.batching"] = "false",
        ["metadata.rpc.io_threads"] = "4",
        ["metadata.rpc.max_batch_size"] = "16",
        ["metadata.rpc.max_batch_timeout"] = "50",
        ["metadata.rpc.max_queue_size"] = "64",
        ["metadata.rpc.rate_limit"] = "0",
        ["metadata.rpc.worker_threads"] = "5",
        ["metadata.scheduling.spread.policy"] = "default",
        ["runtime.enable_crash_block"] = "false",
        ["autoscaler.behavior.scaleDown.stabilizationWindowSeconds"] = "300",
        ["autoscaler.behavior.onZero.scaleDownGracePeriodSeconds"] = "600",
        ["autoscaler.behavior.onZero.scaleUpActivationReplicas"] = "1",
    };

    /// <summary>Why a difference is none; null if it is one.</summary>
    /// <param name="change">The difference: from what is live to what is written.</param>
    /// <param name="hasInstanceType">True when the artifact names the machines.</param>
    /// <param name="isScaled">True when a scaler decides the number of instances.</param>
    public static string? WhyIgnored(SettingChange change, bool hasInstanceType, bool isScaled) => change switch
    {
        { Place: "metadata.instance" } when isScaled => Scaled,
        // Another region than the one that is called is refused before.
        { Place: "metadata.region", Before: null } => Called,
        { Before: var before, After: var after } when IsEmpty(before) && IsEmpty(after) => Empty,
        { Before: null, After: { } written } when IsDefault(change.Place, written) => Default,
        { Before: { } live, After: null } when IsDefault(change.Place, live) => Default,
        { After: null } when Array.IndexOf(OwnPlaces, change.Place) >= 0 => Own,
        { After: null } when hasInstanceType && Array.IndexOf(ImpliedPlaces, change.Place) >= 0 => Implied,
        _ => null,
    };

    private static bool IsDefault(string place, JsonNode value) => Defaults.TryGetValue(place, out var usual) && value.Text == usual;

    private static bool IsEmpty(JsonNode? value) => value is null
        || value.Kind == JsonKind.Null
        || (value.Kind == JsonKind.String && value.Text.Length == 0)
        || (value.Kind is JsonKind.Object or JsonKind.Array && value.Items.All(IsEmpty));
}
