using System.Globalization;
using EasGen.Cli.Terminal;
using EasGen.Core.Features;

namespace EasGen.Cli.Plan;

/// <summary>What a rolling update takes, in words.</summary>
internal static class RolloutCost
{
    public static string Of(RolloutPace pace) =>
        $"a rolling update of {Plain.Number(pace.Instances, "instance")}, "
        + $"with {(pace.Surge == 0 ? "none" : $"up to {Number(pace.Surge)}")} more and "
        + $"{(pace.Unavailable is { } missing ? missing == 0 ? "none" : Number(missing) : "one or none, as the resource group has it,")} "
        + "missing at a time";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
