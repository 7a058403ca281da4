namespace EasGen.Core.Reading;

/// <summary>
/// The form of <c>eas.&lt;environment&gt;.json</c>: a JSON Merge Patch for each service of the project, under its name, and one for all
/// of them.
/// </summary>
internal static class EnvironmentDocument
{
    /// <summary>The key of the patch for all services.</summary>
    public const string AllServices = "*";

    /// <summary>The key of the schema, for editors.</summary>
    public const string SchemaKey = "$schema";

    /// <summary>The key of the values of placeholders.</summary>
    public const string VariablesKey = "$variables";

    /// <summary>The members that are patches.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode>> Patches(JsonNode document) =>
        document.Members.Where(static member => member.Key is not (SchemaKey or VariablesKey));
}
