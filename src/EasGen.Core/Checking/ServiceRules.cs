using EasGen.Core.Catalog;
using EasGen.Core.Reading;
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
    public static List<Finding> Check(Service service, AddressedFeature[] features) =>
        Check(new Inspection(service, features, static () => FeatureCatalog.Schema), static _ => []);

    /// <summary>The findings on the service of a file, whose code is not there to tell more.</summary>
    public static List<Finding> CheckFile(ReadService read) => Check(
        new Inspection(read.Service, read.Placed, static () => FeatureCatalog.Schema) { MayHoldSecrets = read.MayHoldSecrets },
        WithoutCode.Judge);

    private static List<Finding> Check(Inspection inspection, Func<Inspection, IEnumerable<Finding>> more)
    {
        var findings = inspection.Judge(Index);
        findings.AddRange(more(inspection));
        var secrets = inspection.Once(FoundSecret.In);
        return secrets.Count == 0 ? findings : findings.ConvertAll(new Concealment([.. secrets.Select(static found => found.Secret)]).Of);
    }
}
