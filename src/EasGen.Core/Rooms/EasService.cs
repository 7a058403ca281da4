using System.Text.RegularExpressions;

namespace EasGen.Core.Rooms;

/// <summary>What the service is called and what kind of service it is.</summary>
internal static class EasService
{
    public static readonly TextRow Name = new("Name", "metadata/name");
    public static readonly IntegerRow Instances = new("Instances", "metadata/instance") { Minimum = 0, Written = 1 };
    public static readonly TextRow WorkspaceId = new("WorkspaceId", "metadata/workspace_id");
    public static readonly TextRow Group = new("Group", "metadata/group");
    public static readonly TextRow Type = new("Type", "metadata/type");
    public static readonly SwitchRow WebApp = new("WebApp", "metadata/enable_webservice");
    public static readonly SwitchRow Grpc = new("Grpc", "metadata/enable_grpc");
    public static readonly SwitchRow Probes = new("Probes", null);

    public static readonly Rule EAS0101_NameHasAllowedCharacters = Rule.Error("EAS0101", "Service name is missing or has characters that EAS refuses")
        .When(static service =>
        {
            var name = service.One(Name)?[Name];
            if (string.IsNullOrEmpty(name))
                service.Report("/metadata/name", "The service has no name; give it one of lower-case letters, digits and underscores");
            else if (!Placeholder.IsIn(name!) && !IsAllowed(name!))
                service.Report("/metadata/name", $"The service name '{name}' may hold only lower-case letters, digits and underscores", Cleaned(name!));
        });

    public static readonly Rule EAS0102_NameHasNoHyphen = Rule.Warning("EAS0102", "Service name holds a hyphen, which EAS's own rules disagree about")
        .Each(Name, static name => name.IndexOf('-') < 0 || !IsAllowed(name)
            ? null
            : new($"The hyphen in the service name '{name}' is refused by the EAS name rule; use an underscore", Fix.Use(name.Replace('-', '_'))));

    public static readonly Rule EAS0103_NameStartsWithLetter = Rule.Warning("EAS0103", "Service name does not start with a letter")
        .Each(Name, static name => name.Length == 0 || name[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')
            ? null
            : new($"The service name '{name}' does not start with a letter; every documented name does"));

    public static readonly Rule EAS0104_NameHasAllowedLength = Rule.Error("EAS0104", "Service name is too short or too long")
        .Each(Name, static name => name.Length is 0 or (>= 3 and <= 63)
            ? null
            : new($"The service name '{name}' has {name.Length} characters; use 3 to 63"));

    public static readonly Rule EAS0105_InstancesAreNotNegative = Rule.Error("EAS0105", "Number of instances is negative").Bounds(Instances);

    public static readonly Rule EAS0106_InstancesAreGiven = Rule.Warning("EAS0106", "Number of instances is missing")
        .When(static service =>
        {
            if (service.One(Name)?[Instances] is null)
                service.Report("/metadata/instance", "metadata.instance is missing, and sources disagree about its default; set it, for example to 1", Fix.Use(1));
        });

    public static readonly Rule EAS0107_SomethingRuns = Rule.Error("EAS0107", "Service has nothing to run")
        .When(static service =>
        {
            // The router brings its own image.
            if (!service.Has(Container.Room) && !Processor.IsIn(service) && service.One(Name)?[Type] is not "LLMGatewayService")
                service.Report("/containers", "The service has no container and no processor, so there is nothing to run; add a container with its image, or a processor");
        });

    public static readonly Room Room = new(
        "EasService",
        "",
        [Name, Instances, WorkspaceId, Group, Type, WebApp, Grpc, Probes],
        [
            EAS0101_NameHasAllowedCharacters, EAS0102_NameHasNoHyphen, EAS0103_NameStartsWithLetter, EAS0104_NameHasAllowedLength,
            EAS0105_InstancesAreNotNegative, EAS0106_InstancesAreGiven, EAS0107_SomethingRuns,
        ])
    {
        Arguments = 1,
    };

    private static bool IsAllowed(string name) => Regex.IsMatch(name, @"^[a-z0-9_-]+\z", RegexOptions.CultureInvariant);

    // IrisClassifier becomes iris_classifier.
    private static Fix? Cleaned(string name)
    {
        var words = Regex.Replace(name, "(?<=[a-z0-9])(?=[A-Z])", "_", RegexOptions.CultureInvariant).ToLowerInvariant();
        var cleaned = Regex.Replace(words, "[^a-z0-9]+", "_", RegexOptions.CultureInvariant).Trim('_');
        return cleaned.Length is >= 3 and <= 63 ? Fix.Use(cleaned) : null;
    }
}
