using EasGen.Core.Catalog;
using EasGen.Core.Reading;

namespace EasGen.Docs;

/// <summary>
/// The JSON Schema of an environment file: as that of a service, but that nothing is required, and <c>null</c> removes. A list is
/// replaced as a whole, so that its items are those of a service.
/// </summary>
internal static class EnvironmentSchema
{
    private const string Patch = "#/definitions/patch";

    public static string Write()
    {
        var schema = SchemaFile.Begin(
            "eas-environment",
            "PAI-EAS services in an environment",
            "eas.<environment>.json beside a project with EasGen: a JSON Merge Patch (RFC 7396) for each service, under its name.");
        schema.Add("type", JsonNode.String("object"));
        var properties = schema.Add("properties", JsonNode.Object());
        properties.Add(EnvironmentDocument.SchemaKey, Typed("string"));
        properties.Add(EnvironmentDocument.VariablesKey, Variables());
        properties.Add(EnvironmentDocument.AllServices, Patched("What changes in every service of the project."));
        schema.Add("additionalProperties", Patched("What changes in the service of this name."));
        schema.Add("definitions", JsonNode.Object()).Add("patch", Of(FeatureCatalog.Schema));
        return SchemaFile.Text(schema);
    }

    private static JsonNode Variables()
    {
        var schema = Typed("object");
        schema.Add("description", JsonNode.String("Values for ${NAME} placeholders; those of EasGenVariables outrank them."));
        schema.Add("propertyNames", JsonNode.Object()).Add("pattern", JsonNode.String($"^{Placeholder.Name}$"));
        schema.Add("additionalProperties", Typed("string"));
        return schema;
    }

    private static JsonNode Patched(string description)
    {
        var schema = JsonNode.Object();
        schema.Add("description", JsonNode.String(description));
        schema.Add("allOf", JsonNode.Array()).Add("", JsonNode.Object()).Add("$ref", JsonNode.String(Patch));
        return schema;
    }

    private static JsonNode Of(SchemaNode node)
    {
        var schema = Typed("object");
        var properties = JsonNode.Object();
        foreach (var member in node.Members.Where(static member => member.Value.Alias is null))
        {
            if (member.Key == Setting.Key)
                schema.Add("additionalProperties", Removable(member.Value));
            else
                properties.Add(member.Key, Removable(member.Value));
        }
        if (properties.Members.Count > 0)
            schema.Add("properties", properties);
        return schema;
    }

    private static JsonNode Removable(SchemaNode node)
    {
        var isObject = !node.IsList && node.Settings.Count == 0;
        var set = isObject ? Of(node) : SchemaFile.Of(node);
        var schema = JsonNode.Object();
        if (set.Find("description") is { } description)
            schema.Add("description", description);
        schema.Add("anyOf", JsonNode.Array([set, Typed("null")]));
        return schema;
    }

    private static JsonNode Typed(string type)
    {
        var schema = JsonNode.Object();
        schema.Add("type", JsonNode.String(type));
        return schema;
    }
}
