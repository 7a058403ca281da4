using System.Globalization;
using EasGen.Cli.Terminal;
using EasGen.Core.Features;
using Spectre.Console;

namespace EasGen.Cli.Plan;

/// <summary>A plan for people: what changes, what stays although nobody wrote it, and what it costs.</summary>
internal static class PlanReport
{
    private static readonly Style Added = new(Color.Green);
    private static readonly Style Removed = new(Color.Red);
    private static readonly Style Warning = new(Color.Yellow);

    public static void Write(ServicePlan plan, string region, bool showIgnored, Screen output)
    {
        output.WriteLine(Plain.Line(Title(plan, region)), Styles.Strong);
        foreach (var change in plan.Changes.Where(static change => change.IsDone))
            output.WriteLine($"  {Line(change, plan)}{Note(change)}", StyleOf(change.Kind));
        WriteOthers(plan, ChangeKind.LeftOver, "Left over: live, and not in the service; --strategy replace removes it", output);
        if (showIgnored)
            WriteOthers(plan, ChangeKind.Ignored, "Ignored", output);
        foreach (var name in plan.Service.Open)
            output.WriteLine(
                $"warning: ${{{name}}} has no value; add --var {name}=VALUE or the environment variable {name} "
                + $"(for a variable of the shell, write ${name})",
                Warning);
        foreach (var warning in plan.Warnings)
            output.WriteLine($"warning: {Plain.Line(warning)}", Warning);
        output.WriteLine(Summary(plan), Styles.Strong);
    }

    /// <summary>What it costs, in one line.</summary>
    public static string Cost(ServicePlan plan) => plan.Effect switch
    {
        _ when plan.Live is null => $"It is created, with {Plain.Number(Instances(plan), "instance")}",
        ChangeEffect.Recreate =>
            "PAI-EAS cannot change this in a service that is there: delete the service and deploy it anew, or give it another name",
        ChangeEffect.Rollout => $"It takes {Rollout(plan)}",
        ChangeEffect.Live => "It is done while the instances run",
        _ => "Nothing is to be done",
    };

    /// <summary>How many instances come and go at a time.</summary>
    public static RolloutCost Rollout(ServicePlan plan) => RolloutCost.Of(plan.Service.Filled.Service, Instances(plan));

    private static string Title(ServicePlan plan, string region) => plan.Live is { State: var state }
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Name} in {region}: version {state.LatestVersion}, {state.Status}, "
            + $"{state.RunningInstance} of {Plain.Number(state.TotalInstance, "instance")} running")
        : $"{plan.Name} in {region}: does not exist yet";

    private static string Line(PlannedChange change, ServicePlan plan) => Plain.Line(change.Change.Describe(plan.Hide));

    private static string Note(PlannedChange change) => change.Effect switch
    {
        ChangeEffect.Live => "  (while it runs)",
        ChangeEffect.Recreate => "  (cannot be changed)",
        _ => "",
    };

    private static void WriteOthers(ServicePlan plan, ChangeKind kind, string title, Screen output)
    {
        var others = plan.Changes.Where(change => change.Kind == kind).ToList();
        if (others.Count == 0)
            return;
        output.WriteLine($"{title}:", Styles.Quiet);
        // They stay, so that no sign of a change stands in front.
        foreach (var other in others)
            output.WriteLine($"    {Line(other, plan)[2..]}{(other.Reason is null ? "" : $"  ({other.Reason})")}", Styles.Quiet);
    }

    private static string Summary(ServicePlan plan)
    {
        var counts = plan.Changes.GroupBy(static change => change.Kind)
            .OrderBy(static group => group.Key)
            .Select(static group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {Word(group.Key)}"));
        var all = string.Join(", ", counts);
        return all.Length == 0 ? $"{Cost(plan)}." : $"{all}. {Cost(plan)}.";
    }

    private static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Changed => "changed",
        ChangeKind.Removed => "removed",
        ChangeKind.LeftOver => "left over",
        _ => "ignored",
    };

    private static Style? StyleOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => Added,
        ChangeKind.Removed => Removed,
        _ => null,
    };

    // As many as there will be: what a scaler decides stays.
    private static int Instances(ServicePlan plan) => plan.Live is { IsScaled: true } live
        ? live.State.TotalInstance
        : plan.Service.Filled.Service.First(EasService.FeatureType)?[EasService.Instances] ?? 1;
}
