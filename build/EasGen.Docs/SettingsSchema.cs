using EasGen.Cli.Policy;
using EasGen.Cli.Rules;
using EasGen.Core.Catalog;
using EasGen.Core.Checking;

namespace EasGen.Docs;

/// <summary>The JSON Schema of an <c>easgen.json</c>, by which the tool knows how much a rule counts.</summary>
internal static class SettingsSchema
{
    public static string Write()
    {
        var schema = SchemaFile.Begin(
            "easgen",
            "Settings of easgen",
            "easgen.json: which rules count how much in the files beside and below it.");
        schema.Add("type", JsonNode.String("object"));
        schema.Add("additionalProperties", JsonNode.Boolean(false));
        var properties = schema.Add("properties", JsonNode.Object());
        properties.Add(SettingsForm.Schema, Typed("string", "The JSON Schema of this file, for editors."));
        properties.Add(SettingsForm.Rules, List(
            "Rules that count more or less than usual. Of those about one rule, the last that means a file counts.",
            RuleSetting()));
        return SchemaFile.Text(schema);
    }

    private static JsonNode RuleSetting()
    {
        var schema = Typed("object", "A rule, how much it counts, and why.");
        schema.Add("additionalProperties", JsonNode.Boolean(false));
        schema.Add("required", Texts(SettingsForm.RuleKeys.Take(SettingsForm.Required)));
        var properties = schema.Add("properties", JsonNode.Object());
        properties.Add(SettingsForm.Rule, Rules());
        properties.Add(SettingsForm.Severity, Typed("string", "How much it counts.")).Add("enum", Texts(SeverityWord.All));
        properties.Add(SettingsForm.Reason, NotBlank("Why, for whoever reads this later."));
        properties.Add(SettingsForm.Files, List(
            "In which files, as patterns from the folder of this file on, such as deploy/**; in all without it.",
            NotBlank("A pattern with * and **."))).Add("minItems", JsonNode.Number(1));
        return schema;
    }

    // Editors show the title of each.
    private static JsonNode Rules()
    {
        var schema = Typed("string", "The id of a rule that a service JSON can break.");
        schema.Add("oneOf", JsonNode.Array(ServiceRules.All
            .Where(static rule => rule != GeneralRules.EAS0001_JsonIsWellFormed)
            .Select(static rule =>
            {
                var one = JsonNode.Object();
                one.Add("enum", Texts([rule.Id]));
                one.Add("description", JsonNode.String(rule.Title));
                return one;
            })));
        return schema;
    }

    private static JsonNode List(string description, JsonNode item)
    {
        var schema = Typed("array", description);
        schema.Add("items", item);
        return schema;
    }

    private static JsonNode NotBlank(string description)
    {
        var schema = Typed("string", description);
        schema.Add("pattern", JsonNode.String(@"\S"));
        return schema;
    }

    private static JsonNode Typed(string type, string description)
    {
        var schema = JsonNode.Object();
        schema.Add("description", JsonNode.String(description));
        schema.Add("type", JsonNode.String(type));
        return schema;
    }

    private static JsonNode Texts(IEnumerable<string> texts) => JsonNode.Array(texts.Select(JsonNode.String));
}
