using System.Text;
using EasGen.Core;

namespace EasGen.Docs.Tests;

/// <summary>
/// The JSON Schema of the service JSON, from the rows. It refuses what is certainly wrong in one place; what is doubtful,
/// or shows only when two settings are seen together, is left to the rules.
/// </summary>
internal static class SchemaWriter
{
    private const string Filled = @"\$\{";

    private static readonly HashSet<Row> Certain = [.. Catalog.Rules.Where(static rule => rule.Severity == Severity.Error).SelectMany(static rule => rule.Rows)];

    public static string Write()
    {
        var schema = JsonNode.Object();
        schema.Add("$schema", JsonNode.Text("http://json-schema.org/draft-07/schema#"));
        schema.Add("$id", JsonNode.Text("https://github.com/easgen/easgen/blob/main/docs/eas-service.schema.json"));
        schema.Add("title", JsonNode.Text("PAI-EAS service"));
        schema.Add("description", JsonNode.Text("The service JSON of Alibaba Cloud PAI-EAS, as EasGen writes and checks it."));
        Fill(schema, Shape.Root);
        schema.Add("required", JsonNode.List([JsonNode.Text("metadata")]));

        var text = new StringBuilder();
        schema.WriteTo(text, "\n");
        return text.Append('\n').ToString();
    }

    private static JsonNode Of(Shape shape)
    {
        var schema = JsonNode.Object();
        if (Description(shape) is { Length: > 0 } description)
            schema.Add("description", JsonNode.Text(description));
        if (shape.Rows.Count > 0)
            Value(schema, shape);
        else
            Fill(schema, shape);
        return schema;
    }

    private static void Fill(JsonNode schema, Shape shape)
    {
        if (shape.IsList)
        {
            schema.Add("type", Types("array", "null"));
            schema.Add("items", Of(shape.Item));
            return;
        }
        schema.Add("type", Types("object"));
        var members = shape.Members.Where(static member => member.Key != Row.Key).ToArray();
        if (members.Length > 0)
        {
            var properties = schema.Add("properties", JsonNode.Object());
            foreach (var member in members)
                properties.Add(member.Key, Of(member.Value));
        }
        if (shape.Members.Any(static member => member.Key == Row.Key))
            schema.Add("additionalProperties", Of(shape.Members.Single(static member => member.Key == Row.Key).Value));
        if (Required(shape) is { Length: > 0 } required)
            schema.Add("required", JsonNode.List(required.Select(JsonNode.Text)));
    }

    // The first thing that an item says is what it is about; without it there is nothing.
    private static string[] Required(Shape shape) =>
    [
        .. shape.Rooms.Where(static room => room.IsItem && room.Rows[0].InJson)
            .Select(static room => room.Kind is null ? room.Rows[0].PathSegments[0] : "mount_path")
            .Distinct(),
    ];

    private static void Value(JsonNode schema, Shape shape)
    {
        var row = shape.Rows.Select(static known => known.Row).OrderBy(static row => row is MarkRow ? 1 : 0).First();
        switch (row)
        {
            case SizeRow size:
                schema.Add("type", Types("string", "integer"));
                schema.Add("pattern", JsonNode.Text($@"^\d+({string.Join("|", SizeRow.Spellings)})$|{Filled}"));
                schema.Add("examples", JsonNode.List([JsonNode.Text($"40{size.Unit}")]));
                break;
            case BoundedRow number:
                Number(schema, number);
                break;
            case SwitchRow { On.Kind: JsonKind.Switch }:
                schema.Add("enum", JsonNode.List([JsonNode.Switch(true), JsonNode.Switch(false), JsonNode.Text("true"), JsonNode.Text("false")]));
                break;
            case SwitchRow other:
                schema.Add("enum", JsonNode.List([other.On, other.Off, JsonNode.Switch(true), JsonNode.Switch(false)]));
                break;
            case ChoiceRow choice:
                schema.Add("type", Types("string"));
                schema.Add("anyOf", JsonNode.List([Enum(choice.Choices.Append("")), Pattern(Filled)]));
                break;
            case AmountRow:
                schema.Add("type", Types("integer", "string"));
                schema.Add("minimum", JsonNode.Number(0));
                schema.Add("pattern", JsonNode.Text($@"^\d+%?$|{Filled}"));
                break;
            case ListRow:
                schema.Add("type", Types("array"));
                schema.Add("items", JsonNode.Object()).Add("type", Types("string"));
                break;
            case ValueRow:
                break;
            case OpaqueRow:
                schema.Add("type", Types("string", "object"));
                break;
            case MarkRow:
                schema.Add("enum", JsonNode.List(Marks(shape).Append("").Select(JsonNode.Text)));
                break;
            default:
                Text(schema, (TextRow)row, shape);
                break;
        }
    }

    private static void Text(JsonNode schema, TextRow row, Shape shape)
    {
        schema.Add("type", Types(row.TakesNumbers ? ["string", "number", "boolean"] : ["string"]));
        if (row.Pattern is { } pattern)
            schema.Add("pattern", JsonNode.Text($"{pattern}|{Filled}"));
        if (Marks(shape) is { Length: > 0 } marks)
            schema.Add("examples", JsonNode.List(marks.Select(JsonNode.Text)));
    }

    private static void Number(JsonNode schema, BoundedRow row)
    {
        var scale = row is NumberRow number ? number.Scale : 1;
        // A placeholder is a text until the build fills it.
        schema.Add("type", Types(row is NumberRow { Whole: false } ? "number" : "integer", "string"));
        schema.Add("pattern", JsonNode.Text(Filled));
        if (Certain.Contains(row) && !double.IsInfinity(row.Minimum))
            schema.Add(row.MinimumExcluded ? "exclusiveMinimum" : "minimum", JsonNode.Number(row.Minimum * scale));
        if (Certain.Contains(row) && !double.IsInfinity(row.Maximum))
            schema.Add("maximum", JsonNode.Number(row.Maximum * scale));
        if (row is IntegerRow { Reserved.Length: > 0 } reserved)
            schema.Add("not", JsonNode.Object()).Add("enum", JsonNode.List(reserved.Reserved.Select(static taken => JsonNode.Number(taken))));
        if (row.Written is { } written)
            schema.Add("default", row.ToJson(written));
    }

    private static string Description(Shape shape)
    {
        var old = shape.Old is { IsOld: true } form ? $"An old place of {JsonPointer.Spoken(form.Current).Replace(".*", "[]", StringComparison.Ordinal)}. " : "";
        var own = shape.Rows.FirstOrDefault(static known => known.Row is not MarkRow) is { Row: not null } setting ? XmlDocs.Of(setting.Room, setting.Row) is var docs ? $"{docs.Meaning} {docs.Default}" : ""
            : shape.Rows.Count > 0 ? XmlDocs.Of(shape.Rows[0].Room)
            : shape.Rooms.Count == 1 && shape.Rooms[0].Anchor.Length > 0 ? XmlDocs.Of(shape.Rooms[0])
            : "";
        return (old + own).Replace("`", "", StringComparison.Ordinal).Trim();
    }

    private static string[] Marks(Shape shape) => [.. shape.Rows.Select(static known => known.Row).OfType<MarkRow>().Select(static mark => mark.Text).Distinct()];

    private static JsonNode Types(params string[] types) => types.Length == 1 ? JsonNode.Text(types[0]) : JsonNode.List(types.Select(JsonNode.Text));

    private static JsonNode Enum(IEnumerable<string> texts)
    {
        var schema = JsonNode.Object();
        schema.Add("enum", JsonNode.List(texts.Select(JsonNode.Text)));
        return schema;
    }

    private static JsonNode Pattern(string pattern)
    {
        var schema = JsonNode.Object();
        schema.Add("pattern", JsonNode.Text(pattern));
        return schema;
    }
}
