using System.Text;
using EasGen.Core.Features;

namespace EasGen.Core.Writing;

/// <summary>Writes a service as the JSON that EAS takes: same service, same bytes, on every machine.</summary>
internal static class ServiceWriter
{
    // The feature types order the keys inside of these; a feature may have settings in several.
    public static readonly string[] TopLevel =
    [
        "metadata", "cloud", "containers", "dockerAuth", "networking", "storage", "token", "generate_token", "aimaster",
        "model_path", "oss_endpoint", "role_arn", "model_entry", "model_config",
        "processor", "processor_path", "processor_entry", "processor_mainclass", "processor_type", "processor_envs", "warm_up_data_path",
        "runtime", "autoscaler", "metrics", "labels", "unit", "sinker", "confidential", "features", "properties", "options", "queue",
    ];

    public static string Write(Service service)
    {
        var text = new StringBuilder(1024);
        WriteTo(text, service, "\n");
        return text.Append('\n').ToString();
    }

    /// <summary>Writes into a text that holds more; every line after the first begins with the given break.</summary>
    public static void WriteTo(StringBuilder text, Service service, string newLine) => Tree(service).WriteTo(text, newLine);

    /// <summary>Writes the dynamic parameters alone, as an object, which has no member if there are none.</summary>
    public static void WriteParametersTo(StringBuilder text, Service service, string newLine) =>
        Tree(service).Child("properties", list: false).WriteTo(text, newLine);

    /// <summary>The raw settings that have no place beside the others: the index of each, and why.</summary>
    public static List<(int Index, string Problem)> Unmerged(Service service)
    {
        var problems = new List<(int, string)>();
        if (service.First(RawSetting.FeatureType) is not null)
            Merge(TypedTree(service), service, problems);
        return problems;
    }

    private static JsonNode Tree(Service service)
    {
        var tree = TypedTree(service);
        if (service.First(RawSetting.FeatureType) is not null)
            Merge(tree, service, []);
        tree.Arrange(TopLevel);
        return tree;
    }

    // What is no pointer or no JSON has rules of its own.
    private static void Merge(JsonNode tree, Service service, List<(int, string)> problems)
    {
        var raws = service.All(RawSetting.FeatureType)
            .Select(static (raw, index) =>
                (Pointer: raw[RawSetting.Pointer] ?? "", Json: JsonParser.Parse(raw[RawSetting.Json] ?? "", out _), Index: index))
            .Where(static raw => raw.Json is not null && JsonPointer.IsValid(raw.Pointer));
        foreach (var raw in raws.OrderBy(static raw => raw.Pointer, RawMerge.Order))
        {
            if (RawMerge.Add(tree, raw.Pointer, raw.Json!) is { } problem)
                problems.Add((raw.Index, problem));
        }
    }

    private static JsonNode TypedTree(Service service)
    {
        var root = JsonNode.Object();
        var containers = Addressing.Containers(service);
        foreach (var feature in service.Features)
        {
            var (place, key) = Anchor(root, feature, containers);
            if (feature.Type.Kind is { } kind)
                place.Child(kind, list: false);
            foreach (var setting in feature.Type.Settings)
            {
                if (setting.InJson && feature.Value(setting) is { } value)
                    Add(place, setting, key, setting.ToJson(value));
            }
        }
        return root;
    }

    // Where the settings of the feature stand. A member with a key of its own stands in an object that all of its kind share.
    private static (JsonNode Place, string? Key) Anchor(JsonNode root, Feature feature, int containers)
    {
        var anchor = feature.Type.AnchorSegments;
        var node = root;
        for (var i = 0; i < anchor.Length; i++)
        {
            if (anchor[i] == Setting.Key)
                return (node, (string?)feature.Value(feature.Type.Settings[0]) ?? "");
            node = anchor[i] switch
            {
                "*" => node.Add("", JsonNode.Object()),
                "#" => node.Item(Addressing.ContainerIndex(feature, containers)),
                var key => node.Child(key, list: i + 1 < anchor.Length && anchor[i + 1] is "*" or "#"),
            };
        }
        return (node, null);
    }

    private static void Add(JsonNode place, Setting setting, string? key, JsonNode value)
    {
        var path = setting.PathSegments;
        for (var i = 0; i < path.Length - 1; i++)
            place = place.Child(path[i], list: false);
        place.Add(path.Length == 0 ? key! : path[path.Length - 1], value);
    }
}
