using EasGen.Core.Catalog;
using EasGen.Core.Secrets;

namespace EasGen.Core.Checking;

/// <summary>Judges services by all rules that need nothing but the service.</summary>
internal static class ServiceRules
{
    /// <summary>The rules on services, by id.</summary>
    public static readonly Rule[] All =
        [.. FeatureCatalog.Rules.Concat(RawSettingRules.All).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    private static readonly RuleIndex Index = new(All);

    public static List<Finding> Check(Service service) => Check(service, Addressing.Of(service));

    /// <summary>The findings on a service whose features have their places already; no secret is in their messages.</summary>
    public static List<Finding> Check(Service service, AddressedFeature[] features) => Check(service, features, static _ => []);

    /// <summary>The findings on the service of a file, whose code is not there to tell more.</summary>
    public static List<Finding> CheckFile(Service service, AddressedFeature[] features) => Check(service, features, WithoutCode.Judge);

    private static List<Finding> Check(Service service, AddressedFeature[] features, Func<Inspection, IEnumerable<Finding>> more)
    {
        var inspection = new Inspection(service, features, static () => FeatureCatalog.Schema);
        var findings = inspection.Judge(Index);
        findings.AddRange(more(inspection));
        var secrets = inspection.Once(FoundSecret.In);
        return secrets.Count == 0 ? findings : findings.ConvertAll(new Concealment([.. secrets.Select(static found => found.Secret)]).Of);
    }
}
