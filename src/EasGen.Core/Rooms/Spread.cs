namespace EasGen.Core.Rooms;

/// <summary>Over what the instances of a service are spread, so that they do not fail together.</summary>
internal static class Spread
{
    public static readonly ChoiceRow Policy = new("Policy", "metadata/scheduling/spread/policy", "SpreadPolicy", "default", "host", "zone");

    public static readonly Rule EAS0630_PolicyIsKnown = Rule.Error("EAS0630", "Spread policy is not known").Choices(Policy);

    public static readonly Room Room = new("Spread", "", [Policy], [EAS0630_PolicyIsKnown]) { Arguments = 1 };
}
