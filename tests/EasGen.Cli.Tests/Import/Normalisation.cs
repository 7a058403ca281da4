using System.Globalization;
using System.Text.RegularExpressions;
using EasGen.Cli.Import;

namespace EasGen.Cli.Tests.Import;

/// <summary>
/// All that may differ between a file and what its import builds to: settings go to their current places, secrets become
/// placeholders, and what a class never leaves to EAS is written. Said in its own words and not with the tables of the model.
/// </summary>
internal static class Normalisation
{
    private static readonly string[] Probes = ["startup_check", "liveness_check", "health_check"];

    // What the files have as null, which sets nothing.
    private static readonly string[] Unset = ["cloud/computing/instances", "metadata/group", "storage"];

    // What is a text for EAS, although some write a number or a switch.
    private static readonly string[] Texts = ["metadata/workspace_id", "features/eas.aliyun.com/enable-properties"];

    // The keys outside of the metadata that the files write with a dot.
    private static readonly string[] Dotted = ["unit.size", "computing.instances", "oss.path"];

    /// <summary>The settings of a document, with the places that EAS's documentation prefers.</summary>
    public static SortedDictionary<string, string> Settings(string json)
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(JsonParser.Parse(json, out var problem) ?? throw new ArgumentException(problem?.Message), "");
        return settings;

        void Add(JsonNode node, string path)
        {
            if (node.Kind == JsonKind.Null && Unset.Contains(path))
                return;
            foreach (var (member, index) in node.Members.Select(static (member, index) => (member, index)))
            {
                var key = node.Kind == JsonKind.Array ? index.ToString(CultureInfo.InvariantCulture) : Undotted(path, member.Key);
                Add(member.Value, Current(Below(path, key)));
            }
            if (node.Members.Count == 0)
                settings.Add(
                    path,
                    node.Kind == JsonKind.Number
                        ? double.Parse(node.Text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture)
                        : node.ToString());
        }
    }

    /// <summary>The settings of a document without its secrets.</summary>
    public static SortedDictionary<string, string> Concealed(string json, IEnumerable<HiddenSecret> secrets)
    {
        var settings = Settings(json);
        foreach (var secret in secrets.Where(static secret => secret.IsWhole))
            settings[Path(secret.Pointer)] = JsonText.Quote(secret.Placeholder);
        // The same text is a secret wherever it stands, unless it is so short that it is a part of many; one may be a part of another.
        foreach (var secret in secrets
            .Where(static secret => secret.Text.Length >= 6 || !secret.IsWhole)
            .OrderByDescending(static secret => secret.Text.Length))
        {
            foreach (var (path, value) in settings.Where(static setting => setting.Value.StartsWith('"')).ToArray())
            {
                if (secret.Text.Length < 6 && !Path(secret.Pointer).StartsWith(path, StringComparison.Ordinal))
                    continue;
                settings[path] = JsonText.Quote(new Regex($@"(?<![A-Za-z0-9_]|\$\{{){Regex.Escape(secret.Text)}(?![A-Za-z0-9_])").Replace(
                    JsonParser.Parse(value, out _)!.Text,
                    secret.Placeholder.Replace("$", "$$", StringComparison.Ordinal),
                    secret.Text.Length < 6 ? 1 : -1));
            }
        }
        return settings;
    }

    /// <summary>The settings that a class imported from the document builds to.</summary>
    public static SortedDictionary<string, string> Expected(string json, IEnumerable<HiddenSecret> secrets)
    {
        var settings = Concealed(json, secrets);
        foreach (var text in Texts.Where(text =>
            settings.TryGetValue(text, out var value) && value[0] is 't' or 'f' or (>= '0' and <= '9')))
            settings[text] = JsonText.Quote(settings[text]);
        settings.TryAdd("metadata/name", "\"\"");
        settings.TryAdd("metadata/instance", "1");
        if (settings.ContainsKey("metadata/eas/termination_grace_period"))
            settings.TryAdd("metadata/rpc/enable_sigterm", "false");
        if (settings.ContainsKey("networking/gateway_policy/rate_limit/limit"))
            settings.TryAdd("networking/gateway_policy/rate_limit/enable", "true");
        if (settings.ContainsKey("networking/gateway_policy/concurrency_limit/limit"))
            settings.TryAdd("networking/gateway_policy/concurrency_limit/enable", "true");
        if (settings.Keys.Any(static path => path.StartsWith("properties/", StringComparison.Ordinal)))
            settings.TryAdd("features/eas.aliyun.com/enable-properties", "\"true\"");
        // A container without an image is kept as it is.
        for (var i = 0; settings.Keys.Any(path => path.StartsWith($"containers/{i}", StringComparison.Ordinal)); i++)
        {
            foreach (var probe in settings.ContainsKey($"containers/{i}/image") ? Probes : [])
                CompleteProbe(settings, $"containers/{i}", $"containers/{i}/{probe}");
        }
        return settings;
    }

    private static void CompleteProbe(SortedDictionary<string, string> settings, string container, string probe)
    {
        if (!settings.Keys.Any(path => path == probe || path.StartsWith(probe + "/", StringComparison.Ordinal)))
            return;
        settings.Remove(probe);
        settings.TryAdd(probe + "/initial_delay_seconds", "0");
        settings.TryAdd(probe + "/period_seconds", probe.EndsWith("health_check", StringComparison.Ordinal) ? "3" : "10");
        settings.TryAdd(probe + "/timeout_seconds", "3");
        settings.TryAdd(probe + "/success_threshold", "1");
        settings.TryAdd(probe + "/failure_threshold", probe.EndsWith("startup_check", StringComparison.Ordinal) ? "30" : "3");
        if (settings.ContainsKey(probe + "/http_get/path"))
            settings.TryAdd(probe + "/http_get/port", settings.GetValueOrDefault(container + "/port", "8000"));
    }

    private static string Path(string pointer) =>
        JsonPointer.Segments(pointer)
            .Aggregate("", static (path, key) => Current(Below(path, Undotted(path, key))));

    // An empty key is one too.
    private static string Below(string path, string key) => key.Length == 0 ? Below(path, "''") : path.Length == 0 ? key : $"{path}/{key}";

    private static string Undotted(string path, string key) =>
        path is "metadata" or "metadata/rpc" or "metadata/eas" || Dotted.Contains(key) ? key.Replace('.', '/') : key;

    private static string Current(string path) => path switch
    {
        "name" => "metadata/name",
        "rpc" => "metadata/rpc",
        "resource" => "metadata/resource",
        "metadata/gateway" => "networking/gateway",
        "eas/termination_grace_period" or "runtime/termination_grace_period" => "metadata/eas/termination_grace_period",
        "cloud/computing/instance_type" => "cloud/computing/instances/0/type",
        _ when path.StartsWith("containers/", StringComparison.Ordinal)
            && path.EndsWith("/readiness_check", StringComparison.Ordinal) => path
                .Replace("readiness_check", "health_check", StringComparison.Ordinal),
        "features/eas/aliyun/com/extra-ephemeral-storage" => "features/eas.aliyun.com/extra-ephemeral-storage",
        "options/enable_cache" => "options/enableCache",
        _ => path,
    };
}
