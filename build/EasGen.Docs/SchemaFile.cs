using System.Text;
using EasGen.Core.Catalog;
using EasGen.Core.Checking;

namespace EasGen.Docs;

/// <summary>
/// The JSON Schema of the service JSON, from the settings. It refuses what is certainly wrong in one place; what is doubtful,
/// or shows only when two settings are seen together, is left to the rules.
/// </summary>
internal static class SchemaFile
{
    private const string Filled = $@"\$\{{(base64:|{Placeholder.Name}\}})";

    private static readonly HashSet<Setting> Certain = [.. ServiceRules.All.Where(static rule =>
        rule.Severity == Severity.Error).SelectMany(static rule => rule.Settings)];

    public static string Write()
    {
        var schema = Begin("eas-service", "PAI-EAS service", "The service JSON of Alibaba Cloud PAI-EAS, as EasGen writes and checks it.");
        Fill(schema, FeatureCatalog.Schema);
        schema.Add("required", JsonNode.Array([JsonNode.String("metadata")]));

        return Text(schema);
    }

    /// <summary>What is at the head of a schema. Its id is the address under which an editor can load it.</summary>
    public static JsonNode Begin(string name, string title, string description)
    {
        var schema = JsonNode.Object();
        schema.Add("$schema", JsonNode.String("http://json-schema.org/draft-07/schema#"));
        schema.Add("$id", JsonNode.String($"https://raw.githubusercontent.com/easgen/easgen/main/docs/{name}.schema.json"));
        schema.Add("title", JsonNode.String(title));
        schema.Add("description", JsonNode.String(description));
        return schema;
    }

    public static string Text(JsonNode schema)
    {
        var text = new StringBuilder();
        schema.WriteTo(text, "\n");
        return text.Append('\n').ToString();
    }

    /// <summary>The schema of what stands at a place.</summary>
    public static JsonNode Of(SchemaNode node)
    {
        var schema = JsonNode.Object();
        if (Description(node) is { Length: > 0 } description)
            schema.Add("description", JsonNode.String(description));
        if (node.Settings.Count > 0)
            Value(schema, node);
        else
            Fill(schema, node);
        return schema;
    }

    private static void Fill(JsonNode schema, SchemaNode node)
    {
        if (node.IsList)
        {
            schema.Add("type", Types("array", "null"));
            schema.Add("items", Of(node.Item));
            return;
        }
        schema.Add("type", Types("object"));
        var members = node.Members.Where(static member => member.Key != Setting.Key).ToArray();
        if (members.Length > 0)
        {
            var properties = schema.Add("properties", JsonNode.Object());
            foreach (var member in members)
                properties.Add(member.Key, Of(member.Value));
        }
        if (node.Members.Any(static member => member.Key == Setting.Key))
            schema.Add("additionalProperties", Of(node.Members.Single(static member => member.Key == Setting.Key).Value));
        if (Required(node) is { Length: > 0 } required)
            schema.Add("required", JsonNode.Array(required.Select(JsonNode.String)));
    }

    // The first thing that an item says is what it is about; without it there is nothing.
    private static string[] Required(SchemaNode node) =>
    [
        .. node.Types.Where(static featureType => featureType.IsItem && featureType.Settings[0].InJson)
            .Select(static featureType => featureType.Kind is null ? featureType.Settings[0].PathSegments[0] : "mount_path")
            .Distinct(),
    ];

    private static void Value(JsonNode schema, SchemaNode node)
    {
        var setting = node.Settings.Select(static known => known.Setting)
            .OrderBy(static setting => setting is ConstantSetting ? 1 : 0)
            .First();
        switch (setting)
        {
            case SizeSetting size:
                schema.Add("type", Types("string", "integer"));
                schema.Add("pattern", JsonNode.String($@"^\d+({string.Join("|", SizeSetting.Spellings)})$|{Filled}"));
                schema.Add("examples", JsonNode.Array([JsonNode.String($"40{size.Unit}")]));
                break;
            case BoundedSetting number:
                Number(schema, number);
                break;
            case BooleanSetting { On.Kind: JsonKind.Boolean }:
                schema.Add(
                    "enum",
                    JsonNode.Array([JsonNode.Boolean(true), JsonNode.Boolean(false), JsonNode.String("true"), JsonNode.String("false")]));
                break;
            case BooleanSetting other:
                schema.Add("enum", JsonNode.Array([other.On, other.Off, JsonNode.Boolean(true), JsonNode.Boolean(false)]));
                break;
            case EnumSetting choice:
                schema.Add("type", Types("string"));
                schema.Add("anyOf", JsonNode.Array([Enum(choice.Choices.Append("")), Pattern(Filled)]));
                break;
            case CountOrPercentSetting:
                schema.Add("type", Types("integer", "string"));
                schema.Add("minimum", JsonNode.Number(0));
                schema.Add("pattern", JsonNode.String($@"^\d+%?$|{Filled}"));
                break;
            case ArraySetting:
                schema.Add("type", Types("array"));
                schema.Add("items", JsonNode.Object()).Add("type", Types("string"));
                break;
            case AnySetting:
                break;
            case JsonSetting:
                schema.Add("type", Types("string", "object"));
                break;
            case ConstantSetting:
                schema.Add("enum", JsonNode.Array(Constants(node).Append("").Select(JsonNode.String)));
                break;
            default:
                Text(schema, (StringSetting)setting, node);
                break;
        }
    }

    private static void Text(JsonNode schema, StringSetting setting, SchemaNode node)
    {
        schema.Add("type", Types(setting.TakesNumbers ? ["string", "number", "boolean"] : ["string"]));
        if (setting.Pattern is { } pattern)
            schema.Add("pattern", JsonNode.String($"{pattern}|{Filled}"));
        if (Constants(node) is { Length: > 0 } constants)
            schema.Add("examples", JsonNode.Array(constants.Select(JsonNode.String)));
    }

    private static void Number(JsonNode schema, BoundedSetting setting)
    {
        var scale = setting is NumberSetting number ? number.Scale : 1;
        // A placeholder is a text until the build fills it.
        schema.Add("type", Types(setting is NumberSetting { Whole: false } ? "number" : "integer", "string"));
        schema.Add("pattern", JsonNode.String(Filled));
        if (Certain.Contains(setting) && !double.IsInfinity(setting.Minimum))
            schema.Add(setting.MinimumExcluded ? "exclusiveMinimum" : "minimum", JsonNode.Number(setting.Minimum * scale));
        if (Certain.Contains(setting) && !double.IsInfinity(setting.Maximum))
            schema.Add("maximum", JsonNode.Number(setting.Maximum * scale));
        if (setting is IntegerSetting { Reserved.Length: > 0 } reserved)
            schema.Add("not", JsonNode.Object())
                .Add("enum", JsonNode.Array(reserved.Reserved.Select(static taken => JsonNode.Number(taken))));
        if (setting.Written is { } written)
            schema.Add("default", setting.ToJson(written));
    }

    private static string Description(SchemaNode node)
    {
        var old = node.Alias is { IsObsolete: true } form
            ? $"An old place of {JsonPointer.Spoken(form.Current).Replace(".*", "[]", StringComparison.Ordinal)}. "
            : "";
        var own = node.Settings.FirstOrDefault(static known => known.Setting is not ConstantSetting) is { Setting: not null } setting
            ? XmlDocs.Of(setting.Type, setting.Setting) is var docs
            ? $"{docs.Meaning} {docs.Default}"
            : ""
            : node.Settings.Count > 0 ? XmlDocs.Of(node.Settings[0].Type)
            : node.Types.Count == 1 && node.Types[0].Anchor.Length > 0 ? XmlDocs.Of(node.Types[0])
            : "";
        return (old + own).Replace("`", "", StringComparison.Ordinal).Trim();
    }

    private static string[] Constants(SchemaNode node) =>
    [
        .. node.Settings
            .Select(static known => known.Setting)
            .OfType<ConstantSetting>()
            .Select(static constant => constant.Text)
            .Distinct(),
    ];

    private static JsonNode Types(params string[] types) =>
        types.Length == 1 ? JsonNode.String(types[0]) : JsonNode.Array(types.Select(JsonNode.String));

    private static JsonNode Enum(IEnumerable<string> texts)
    {
        var schema = JsonNode.Object();
        schema.Add("enum", JsonNode.Array(texts.Select(JsonNode.String)));
        return schema;
    }

    private static JsonNode Pattern(string pattern)
    {
        var schema = JsonNode.Object();
        schema.Add("pattern", JsonNode.String(pattern));
        return schema;
    }
}
