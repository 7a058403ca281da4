namespace EasGen.Cli.Plan;

/// <summary>What a change of a setting costs, by where it stands.</summary>
internal static class ChangeEffects
{
    // The service belongs to them from its creation on.
    private static readonly string[] Fixed = ["metadata.name", "name", "metadata.group", "metadata.region"];

    private static readonly string[] Live = ["metadata.instance", "autoscaler", "networking.gateway_policy"];

    public static ChangeEffect Of(string place) =>
        Fixed.Any(fixedPlace => IsIn(fixedPlace, place)) ? ChangeEffect.Recreate
        : Live.Any(live => IsIn(live, place)) ? ChangeEffect.Live
        : ChangeEffect.Rollout;

    private static bool IsIn(string outer, string place) =>
        place.StartsWith(outer, StringComparison.Ordinal) && (place.Length == outer.Length || place[outer.Length] is '.' or '[');
}
