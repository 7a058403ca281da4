using System.Globalization;
using EasGen.Cli.Terminal;
using EasGen.Core.Features;
using Spectre.Console;

namespace EasGen.Cli.Plan;

/// <summary>A plan for people: the changes, and what they cost.</summary>
internal static class PlanReport
{
    private static readonly Style Warning = new(Color.Yellow);

    public static void Write(ServicePlan plan, string region, bool showIgnored, Screen output)
    {
        output.WriteLine(Plain.Line(Title(plan, region)), Styles.Strong);
        var changes = new ChangeReport(plan.Changes, plan.Hide);
        changes.Write(showIgnored, output);
        foreach (var name in plan.Service.Open)
            output.WriteLine(
                $"warning: ${{{name}}} has no value; add --var {name}=VALUE or the environment variable {name} "
                + $"(for a variable of the shell, write ${name})",
                Warning);
        foreach (var warning in plan.Warnings)
            output.WriteLine($"warning: {Plain.Line(warning)}", Warning);
        output.WriteLine(changes.Counts() is { Length: > 0 } counts ? $"{counts}. {Cost(plan)}." : $"{Cost(plan)}.", Styles.Strong);
    }

    /// <summary>What it costs, in one line.</summary>
    public static string Cost(ServicePlan plan) => plan.Effect switch
    {
        _ when plan.Live is null => $"It is created, with {Plain.Number(Instances(plan), "instance")}",
        ChangeEffect.Recreate =>
            "PAI-EAS cannot change this in a service that is there: delete the service and deploy it anew, or give it another name",
        ChangeEffect.Rollout => $"It takes {RolloutCost.Of(Rollout(plan))}",
        ChangeEffect.Live => "It is done while the instances run",
        _ => "Nothing is to be done",
    };

    /// <summary>How many instances come and go at a time.</summary>
    public static RolloutPace Rollout(ServicePlan plan) => RolloutPace.Of(plan.Service.Filled.Service, Instances(plan));

    private static string Title(ServicePlan plan, string region) => plan.Live is { State: var state }
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Name} in {region}: version {state.LatestVersion}, {state.Status}, "
            + $"{state.RunningInstance} of {Plain.Number(state.TotalInstance, "instance")} running")
        : $"{plan.Name} in {region}: does not exist yet";

    // As many as there will be: what a scaler decides stays.
    private static int Instances(ServicePlan plan) => plan is { Live: { } live, IsScaled: true }
        ? live.State.TotalInstance
        : plan.Service.Filled.Service.First(EasService.FeatureType)?[EasService.Instances] ?? 1;
}
