namespace EasGen.Core.Features;

/// <summary>Whether spot instances are kept for their first hour.</summary>
internal static class SpotProtection
{
    public static readonly BooleanSetting Enabled = new("Enabled", "cloud/computing/disable_spot_protection_period")
    {
        On = JsonNode.Boolean(false),
        Off = JsonNode.Boolean(true),
        Console = ConsoleParameters.ProtectionPeriod,
    };

    public static readonly Rule EAS0506_SpotProtectionIsChosen = Rule.Warning(
        "EAS0506",
        "Spot instances without a choice of protection period")
        .When(static service =>
        {
            if (!service.Has(Enabled) && Spot(service).FirstOrDefault() is { Feature: not null } spot)
                service.Report(
                    spot.At(InstanceType.SpotPriceLimit),
                    $"The service does not say whether spot instances are kept for their first hour; "
                    + $"add {new Feature(FeatureType!, [true]):[]} or {new Feature(FeatureType!, [false]):[]}");
        });

    public static readonly Rule EAS0507_ProtectionNeedsSpot = Rule.Warning("EAS0507", "Protection period without a spot instance")
        .When(Enabled, static service =>
        {
            if (service.One(Enabled) is { } protection && !Spot(service).Any())
                service.Report(
                    protection.At(Enabled),
                    $"No instance type has a spot price limit, so there is nothing to protect; "
                    + $"remove it, or set {InstanceType.SpotPriceLimit}",
                    Fix.Remove);
        });

    public static readonly FeatureType FeatureType = new("SpotProtection", "", [Enabled]) { Arguments = 1 };

    public static readonly Rule[] Rules = [EAS0506_SpotProtectionIsChosen, EAS0507_ProtectionNeedsSpot];

    private static IEnumerable<AddressedFeature> Spot(Inspection service) =>
        service.All(InstanceType.FeatureType).Where(static item => item[InstanceType.SpotPriceLimit] is not null);
}
