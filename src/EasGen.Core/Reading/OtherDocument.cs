using System.Text.RegularExpressions;

namespace EasGen.Core.Reading;

/// <summary>
/// Documents that hold a service and are none themselves, such as a template or what the API answers, and those of other programs.
/// Only what one key or two tell for sure is taken for one.
/// </summary>
internal static class OtherDocument
{
    private const string InApi = "ServiceConfig";
    private const string InTerraform = "service_config";
    private const string Resource = "alicloud_pai_service";
    private const string OfResource = $"{InTerraform} of the resource";

    // What a configuration of Terraform has beside its resources.
    private static readonly string[] Blocks = ["terraform", "provider", "variable"];

    private static readonly LazyRegex RosInYaml = new(@"^ROSTemplateFormatVersion\s*:", RegexOptions.Multiline);

    private static readonly LazyRegex KubernetesInYaml = new(@"^apiVersion\s*:[^\n]*\n(?:[^\n]*\n)*?kind\s*:", RegexOptions.Multiline);

    // The first line that is no comment, of a block of YAML; one in braces is nearly JSON, and is told what it lacks.
    private static readonly LazyRegex Yaml = new(
        @"\A(?:\s*\#[^\n]*\n|\s*\n)*(?:---[ \t]*\r?\n|[\p{L}_][\w.-]*:(?:[ \t]|\r?\n)|-[ \t]+[\p{L}_])");

    private static readonly LazyRegex TerraformText = new($@"^\s*resource\s+""{Resource}""", RegexOptions.Multiline);

    /// <summary>What the document is and where its service stands; null for what may be a service.</summary>
    public static string? Describe(JsonNode document) => document.Kind switch
    {
        JsonKind.Array when document.Members.Count > 0 && document.Items.All(static item => item.Kind == JsonKind.Object) =>
            $"This is a list of {Count(document.Members.Count)}; put each service in its own file",
        JsonKind.Object => Template(document)
            ?? (HasSettings(document) ? null : Environment(document) ?? Answer(document) ?? Foreign(document)),
        _ => null,
    };

    /// <summary>As for a document, for a text that is no JSON.</summary>
    public static string? Describe(string text)
    {
        if (RosInYaml.IsMatch(text))
            return $"This is a ROS template in YAML; the service is in Properties.{InApi} of the resource; put that into a file, as JSON";
        if (TerraformText.IsMatch(text))
            return $"This is a Terraform configuration; the service is in {OfResource}; put that into a file, as JSON";
        if (KubernetesInYaml.IsMatch(text))
            return NotOurs("a Kubernetes manifest in YAML");
        return Yaml.IsMatch(text) ? "This is YAML, and EAS takes a service as JSON; convert it, for example with 'yq -o=json'" : null;
    }

    private static string? Template(JsonNode document)
    {
        if (document.Find("ROSTemplateFormatVersion") is not null)
            return "This is a ROS template; the service is in "
                + (Place(document, "Resources", InApi) ?? $"Properties.{InApi} of the resource");
        if (document.Find("terraform_version") is not null)
            return $"This is a Terraform state; the service is in {Place(document, null, InTerraform) ?? OfResource}";
        return document.Find("resource") is { Kind: JsonKind.Object or JsonKind.Array } resource
            && (Array.Exists(Blocks, block => document.Find(block) is not null) || Find(resource, Resource) is not null)
            ? $"This is a Terraform configuration; the service is in {Place(document, "resource", InTerraform) ?? OfResource}"
            : null;
    }

    // What it changes are objects with settings, of services by whatever names.
    private static string? Environment(JsonNode document)
    {
        var patches = EnvironmentDocument.Patches(document).Select(static patch => patch.Value).ToArray();
        return patches.Length > 0 && Array.TrueForAll(patches, static patch => patch.Kind == JsonKind.Object && HasSettings(patch))
            ? "This is an environment file, which changes services; check what the build makes of it, in the folder eas/<environment>"
            : null;
    }

    private static string? Answer(JsonNode document)
    {
        if (Path(document, InApi, "") is { } place)
            return $"This is an API response; the service is the text in '{place}'";
        return document.Find("RequestId")?.Kind == JsonKind.String
            ? $"This is an API response without the service; take the text in '{InApi}' of DescribeService"
            : null;
    }

    // Files of other programs, which people have beside those of EAS and which have keys of the same names.
    private static string? Foreign(JsonNode document)
    {
        if (Text(document, "apiVersion") is not null && Text(document, "kind") is { } kind)
            return NotOurs($"a Kubernetes manifest ({kind})");
        if (document.Find("services") is { Kind: JsonKind.Object, Members.Count: > 0 } services
            && services.Items.All(static service => (service.Find("image") ?? service.Find("build")) is not null))
            return NotOurs("a configuration of Docker Compose");
        if (Text(document, "version") is not null
            && (document.Find("dependencies") ?? document.Find("devDependencies") ?? document.Find("scripts"))?.Kind == JsonKind.Object)
            return NotOurs("a package.json of npm");
        return document.Find("Logging")?.Find("LogLevel") is not null
            || document.Find("ConnectionStrings")?.Kind == JsonKind.Object
            || document.Find("Kestrel")?.Kind == JsonKind.Object
            ? NotOurs("an appsettings.json of .NET")
            : null;
    }

    private static string NotOurs(string document) => $"This is {document}, not a service of EAS";

    // What only a service has. Kubernetes has metadata, too.
    private static bool HasSettings(JsonNode document) =>
        (document.Find("containers") ?? document.Find("processor") ?? document.Find("cloud") ?? document.Find("processor_path")) is not null
        || (document.Find("metadata") is not null && Text(document, "apiVersion") is null);

    private static string? Text(JsonNode document, string key) => document.Find(key) is { Kind: JsonKind.String } text ? text.Text : null;

    private static string Count(int services) => services == 1 ? "1 service" : FormattableString.Invariant($"{services} services");

    private static string? Place(JsonNode document, string? within, string key)
    {
        var outer = within is null ? document : document.Find(within);
        return outer is not null && Path(outer, key, within ?? "") is { } place ? $"'{place}'" : null;
    }

    // Terraform takes a list of objects for one object.
    private static JsonNode? Find(JsonNode json, string key) => json.Kind == JsonKind.Array
        ? json.Items.Select(item => item.Find(key)).FirstOrDefault(static found => found is not null)
        : json.Find(key);

    // The first member of that key, at any depth.
    private static string? Path(JsonNode json, string key, string at)
    {
        for (var i = 0; i < json.Members.Count; i++)
        {
            var member = json.Members[i];
            var place = json.Kind == JsonKind.Array
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
