using EasGen.Api;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Live;

/// <summary>The state of a service in one line.</summary>
internal static class StateLine
{
    public static string Of(ObservedService service)
    {
        var state = service.State;
        return FormattableString.Invariant(
            $"{state.ServiceName} in {service.Region}: {state.Status ?? "no state"}, {state.RunningInstance} of ")
            + $"{Plain.Number(state.TotalInstance, "instance")} run, {VersionOf(state)}";
    }

    /// <summary>The version that runs, and the newest one where that is another.</summary>
    public static string VersionOf(EasServiceState state) => FormattableString.Invariant($"version {state.CurrentVersion}")
        + (state.LatestVersion == state.CurrentVersion ? "" : FormattableString.Invariant($" (the newest is {state.LatestVersion})"));
}
