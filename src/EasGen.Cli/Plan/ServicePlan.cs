using EasGen.Api;
using EasGen.Cli.Cloud;
using EasGen.Cli.Preparing;
using EasGen.Core.Comparing;
using EasGen.Core.Secrets;

namespace EasGen.Cli.Plan;

/// <summary>What a deployment would do.</summary>
/// <param name="Service">What is to be deployed.</param>
/// <param name="Live">What is there; null for nothing.</param>
/// <param name="Strategy">What becomes of settings that are live alone.</param>
/// <param name="Changes">What differs.</param>
/// <param name="Warnings">What may keep it from running.</param>
internal sealed record ServicePlan(
    PreparedService Service,
    LiveService? Live,
    UpdateType Strategy,
    IReadOnlyList<PlannedChange> Changes,
    IReadOnlyList<string> Warnings)
{
    public string Name => Service.Name;

    /// <summary>The version that the plan was made for; null if there is none.</summary>
    public int? Version => Live?.State.LatestVersion;

    /// <summary>True when something else than the service JSON decides how many instances there are.</summary>
    public bool IsScaled => Planner.IsScaled(Service.Filled, Live, Strategy);

    public bool HasChanges => Live is null || Changes.Any(static change => change.IsDone);

    /// <summary>What all of it costs.</summary>
    public ChangeEffect Effect => Live is null
        ? ChangeEffect.None
        : Changes.Select(static change => change.Effect).DefaultIfEmpty(ChangeEffect.None).Max();

    /// <summary>Hides the secrets of both sides, and those that were filled in.</summary>
    public Func<string, string> Hide { get; } =
        ServiceComparison.Hiding(Live?.Config.Concealment ?? Concealment.None, Service.Concealment);

    public static async Task<ServicePlan> MakeAsync(
        PreparedService service, UpdateType strategy, CloudConnection connection, CancellationToken interrupted)
    {
        var live = await LiveService.FindAsync(connection.Client, service.Name, interrupted);
        return new(
            service,
            live,
            strategy,
            Planner.Changes(service.Filled, live, strategy),
            await Stock.WarningsAsync(service.Filled, connection, interrupted));
    }
}
