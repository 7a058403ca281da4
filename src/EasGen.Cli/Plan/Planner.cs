using System.Globalization;
using EasGen.Api;
using EasGen.Core.Comparing;
using EasGen.Core.Features;
using EasGen.Core.Files;
using EasGen.Core.Reading;

namespace EasGen.Cli.Plan;

/// <summary>Works out what a deployment changes.</summary>
internal static class Planner
{
    /// <param name="written">What is to be deployed.</param>
    /// <param name="live">What is there; null for nothing.</param>
    /// <param name="strategy">What becomes of settings that are live alone.</param>
    public static IReadOnlyList<PlannedChange> Changes(ReadService written, LiveService? live, UpdateType strategy)
    {
        // Both as EasGen writes them.
        var before = live is null ? null : ServiceReader.ReadAsWritten(live.Config.Service);
        var after = ServiceReader.ReadAsWritten(written.Service);
        // In whatever form it is written.
        var hasInstanceType = after.Document!.Find("cloud")?.Find("computing") is not null;
        var isScaled = IsScaled(written, live, strategy);
        return
        [
            .. ServiceComparison.Compare(before?.Document ?? JsonNode.Object(), after.Document!, before?.Concealment, after.Concealment)
                .SelectMany(change => Leaves(change, isNew: live is null))
                .Select(change => Planned(
                    change,
                    strategy,
                    isNew: live is null,
                    live is null ? null : ServerSettings.WhyIgnored(change, hasInstanceType, isScaled))),
        ];
    }

    /// <summary>True when a deployment would change nothing.</summary>
    public static bool IsSame(ReadService written, LiveService? live, UpdateType strategy) =>
        !Changes(written, live, strategy).Any(static change => change.IsDone);

    /// <summary>True when something else than the service JSON decides, also afterwards, how many instances there are.</summary>
    public static bool IsScaled(ReadService written, LiveService? live, UpdateType strategy) =>
        written.Service.First(Autoscale.FeatureType) is not null
        || live is { State.CronscalerEnabled: true }
        // A replacement takes the scaler away that the service lacks.
        || (live is { State.AutoscalerEnabled: true } && strategy == UpdateType.Merge);

    private static PlannedChange Planned(SettingChange change, UpdateType strategy, bool isNew, string? reason)
    {
        if (reason is not null)
            return new(change, ChangeKind.Ignored, ChangeEffect.None, reason);
        var kind = (change.Before, change.After) switch
        {
            (null, _) => ChangeKind.Added,
            ({ }, { }) => ChangeKind.Changed,
            // A list is replaced as a whole.
            _ when strategy == UpdateType.Replace || change.Place.Contains('[', StringComparison.Ordinal) => ChangeKind.Removed,
            _ => ChangeKind.LeftOver,
        };
        return new(change, kind, kind == ChangeKind.LeftOver || isNew ? ChangeEffect.None : ChangeEffects.Of(change.Place));
    }

    // An object that only one side has is as many changes as it has settings. A list, or an item of it, stays one; but for a new
    // service, which would be a few endless lines.
    private static IEnumerable<SettingChange> Leaves(SettingChange change, bool isNew)
    {
        var only = change.Before is null ? change.After : change.After is null ? change.Before : null;
        if (only is not { Members.Count: > 0 } || (!isNew && (only.Kind == JsonKind.Array || change.Place.EndsWith(']'))))
            return [change];
        return only.Members.SelectMany((member, index) => Leaves(
            new(
                only.Kind == JsonKind.Array
                    ? string.Create(CultureInfo.InvariantCulture, $"{change.Place}[{index}]")
                    : $"{change.Place}.{member.Key}",
                change.Before is null ? null : member.Value,
                change.After is null ? null : member.Value),
            isNew));
    }
}
