using EasGen.Api;
using EasGen.Cli.Cloud;
using EasGen.Cli.Deploy;
using EasGen.Cli.Plan;
using EasGen.Cli.Terminal;
using EasGen.Core.Comparing;
using EasGen.Core.Features;
using EasGen.Core.Files;
using EasGen.Core.Reading;

namespace EasGen.Cli.Rollback;

/// <summary>A version of a service that may be brought back.</summary>
/// <param name="Number">Its number.</param>
/// <param name="BuildTime">When it was made.</param>
/// <param name="Config">Its service JSON.</param>
/// <param name="Live">The service as it is.</param>
internal sealed record EarlierVersion(int Number, string? BuildTime, ReadService Config, LiveService Live)
{
    private const string No = "false";

    /// <summary>How long it may take.</summary>
    public TimeSpan Limit => WaitLimit.Of(Config.Service, RolloutPace.Of(Config.Service, Live.State.TotalInstance).Steps);

    /// <summary>
    /// True for a service that has gone back: either under its old number or as a newest version with its settings, as the
    /// documentation of PAI-EAS does not say which.
    /// </summary>
    public bool IsIn(EasServiceState state) => (state.CurrentVersion == Number && Live.State.CurrentVersion != Number)
        || (state.LatestVersion != Live.State.LatestVersion
            && state.CurrentVersion == state.LatestVersion
            && (Config.Document is null
                || Planner.IsSame(Config, LiveService.Of(state), UpdateType.Replace)));

    /// <param name="client">PAI-EAS.</param>
    /// <param name="name">The service.</param>
    /// <param name="wanted">The number; null for the newest before the current one that can run.</param>
    /// <param name="interrupted">Ends it.</param>
    /// <exception cref="CommandException">There is no such version, or it cannot run.</exception>
    public static async Task<EarlierVersion> FindAsync(EasClient client, string name, int? wanted, CancellationToken interrupted)
    {
        var live = LiveService.Of(await client.DescribeServiceAsync(name, interrupted));
        var latest = live.State.LatestVersion;
        if (wanted is { } number && (number < 1 || number >= latest))
            throw new CommandException(FormattableString.Invariant(
                $"--to {number} is not an earlier version; '{name}' is at version {latest}"));
        var earlier = (await client.ListServiceVersionsAsync(name, interrupted)).Where(version => version.ImageId < latest).ToList();
        var found = wanted is null
            ? earlier.Where(static version => CanRun(version)).MaxBy(static version => version.ImageId)
            : earlier.FirstOrDefault(version => version.ImageId == wanted);
        if (found is null)
            throw new CommandException(wanted is null
                ? $"'{name}' has no earlier version that can run"
                : FormattableString.Invariant($"PAI-EAS does not keep version {wanted} of '{name}' any more"));
        if (!CanRun(found))
            throw new CommandException(FormattableString.Invariant(
                $"Version {found.ImageId} of '{name}' cannot run{Detail(found)}"));
        return new(found.ImageId, found.BuildTime, ServiceReader.Read(found.ServiceConfig ?? ""), live);
    }

    /// <summary>What it changes back.</summary>
    public void Write(Screen output)
    {
        output.WriteLine(
            Plain.Line(FormattableString.Invariant(
                $"{Live.State.ServiceName}: version {Number} of {BuildTime} comes back in the place of {Live.State.LatestVersion}")),
            Styles.Strong);
        if (Config.Document is null)
        {
            output.WriteLine("  PAI-EAS does not say how that version was configured.", Styles.Quiet);
            return;
        }
        var changes = Planner.Changes(Config, Live, UpdateType.Replace);
        new ChangeReport(changes, ServiceComparison.Hiding(Live.Config.Concealment, Config.Concealment)).Write(showIgnored: false, output);
        if (!changes.Any(static change => change.IsDone))
            output.WriteLine("  Its settings are those of the current version.", Styles.Quiet);
    }

    private static bool CanRun(ServiceVersion version) => version is { ImageAvailable: not No, ServiceRunnable: not No };

    private static string Detail(ServiceVersion version) =>
        (version.ImageAvailable == No ? ": its image is gone" : "")
        + (string.IsNullOrWhiteSpace(version.Message) ? "" : $": {version.Message}");
}
