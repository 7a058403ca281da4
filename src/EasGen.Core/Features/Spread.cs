namespace EasGen.Core.Features;

/// <summary>Over what the instances of a service are spread, so that they do not fail together.</summary>
internal static class Spread
{
    public static readonly EnumSetting Policy = new(
        "Policy",
        "metadata/scheduling/spread/policy",
        "SpreadPolicy",
        "default",
        "host",
        "zone");

    public static readonly Rule EAS0630_PolicyIsKnown = Rule.Error("EAS0630", "Spread policy is not known").Choices(Policy);

    public static readonly FeatureType FeatureType = new("Spread", "", [Policy]) { Arguments = 1 };

    public static readonly Rule[] Rules = [EAS0630_PolicyIsKnown];
}
