using System.CommandLine;
using EasGen.Cli.Cloud;
using EasGen.Cli.Deploy;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Rollback;

/// <summary>The verb <c>rollback</c>: brings an earlier version of a service back.</summary>
internal static class RollbackCommand
{
    public static Command Create()
    {
        var to = new Option<int?>("--to")
        {
            Description = "The version to bring back. Default: the newest before the current one that can run.",
            HelpName = "VERSION",
        };
        var yes = Confirmation.CreateOption();
        var watch = new WatchOptions();
        var verb = new Verb(
            "rollback",
            "Brings an earlier version of a service back, and waits until it runs. Shows what that changes and asks first. "
            + "Exits as deploy does.",
            "easgen rollback iris_classifier",
            "easgen rollback iris_classifier --to 3 --yes")
        {
            to,
            yes,
        };
        watch.AddTo(verb);
        return ServiceVerb.Of(
            verb, call => RunAsync(call, call.Parsed.GetValue(to), call.Parsed.GetValue(yes), watch.Of(call.Parsed)));
    }

    private static async Task<int> RunAsync(ServiceCall call, int? to, bool yes, WatchRequest watch)
    {
        var back = await EarlierVersion.FindAsync(call.Client, call.Name, to, call.Interrupted);
        using var output = Screen.Output(call.Configuration);
        back.Write(output);
        if (!yes && !Confirmation.IsGiven(FormattableString.Invariant($"Bring version {back.Number} back?"), call.Configuration))
            return ExitCode.Clean;
        var before = back.Live.State.LatestVersion;
        await ChangingCall.MakeAsync(
            () => call.Client.UpdateServiceVersionAsync(call.Name, back.Number, CancellationToken.None),
            async () => (await call.Client.DescribeServiceAsync(call.Name, CancellationToken.None)).LatestVersion != before);
        return await new Rollout(call.Connection, output, watch).WaitAsync(
            call.Name, state => state.LatestVersion != before, back.Limit, call.Interrupted);
    }
}
