namespace EasGen.Core;

/// <summary>Documents that hold a service and are none themselves: what the API answers, lists, templates.</summary>
internal static class OtherDocument
{
    private const string Config = "ServiceConfig";

    /// <summary>What the document is and where its service stands; null for what may be a service.</summary>
    public static string? Describe(JsonNode document) => document.Kind switch
    {
        JsonKind.List when document.Members.Count > 0 && document.Items.All(static item => item.Kind == JsonKind.Object) =>
            $"This is a list of {document.Members.Count} {(document.Members.Count == 1 ? "service" : "services")}; give each service a file of its own",
        JsonKind.Object => Template(document) ?? Answer(document),
        _ => null,
    };

    private static string? Template(JsonNode document)
    {
        if (document.Find("ROSTemplateFormatVersion") is not null)
            return $"This is a template of ROS; the service is what stands in {Place(document, "Resources", Config, "Properties.ServiceConfig of the resource")}";
        return document.Find("resource")?.Kind == JsonKind.Object && (document.Find("terraform")
            ?? document.Find("provider") ?? document.Find("resource")?.Find("alicloud_pai_service")) is not null
            ? $"This is a configuration of Terraform; the service is what stands in {Place(document, "resource", "service_config", "service_config of the resource")}"
            : null;
    }

    private static string? Answer(JsonNode document) =>
        document.Find("metadata") is null && Path(document, Config, "") is { } place
            ? $"This is an answer of the API; the service is the text in '{place}'"
            : null;

    private static string Place(JsonNode document, string within, string key, string otherwise) =>
        document.Find(within) is { } outer && Path(outer, key, within) is { } place ? $"'{place}'" : otherwise;

    // The first member of that key, at any depth.
    private static string? Path(JsonNode json, string key, string at)
    {
        for (var i = 0; i < json.Members.Count; i++)
        {
            var member = json.Members[i];
            var place = json.Kind == JsonKind.List
                ? FormattableString.Invariant($"{at}[{i}]")
                : at.Length == 0
                ? member.Key
                : $"{at}.{member.Key}";
            if (member.Key == key || Path(member.Value, key, place) is { } inner && (place = inner).Length > 0)
                return place;
        }
        return null;
    }
}
