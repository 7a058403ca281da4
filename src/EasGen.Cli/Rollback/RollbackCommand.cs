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
        var format = FormatOption.Create(FormatOption.Text, FormatOption.Json);
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
            format,
        };
        verb.Patience = CloudConnection.Patience;
        watch.AddTo(verb);
        return ServiceVerb.Of(verb, async call =>
        {
            using var output = new DeployOutput(call.Configuration, call.Parsed.GetValue(format)!, call.Cloud);
            return await RunAsync(call, call.Parsed.GetValue(to), call.Parsed.GetValue(yes), watch.Of(call.Parsed), output);
        });
    }

    private static async Task<int> RunAsync(ServiceCall call, int? to, bool yes, WatchRequest watch, DeployOutput output)
    {
        var back = await EarlierVersion.FindAsync(call.Client, call.Name, to, call.Interrupted);
        back.Write(output.Screen);
        if (!yes)
            await AskAsync(call, back);
        await ChangingCall.MakeAsync(
            $"'{call.Name}' was brought back",
            () => call.Client.UpdateServiceVersionAsync(call.Name, back.Number, CancellationToken.None),
            async () => back.IsIn(await call.Client.DescribeServiceAsync(call.Name, CancellationToken.None)));
        return await new Rollout(call.Connection, watch, output).WaitAsync(
            new(call.Name, back.Live.State, back.IsIn, back.Limit), call.Interrupted);
    }

    private static async Task AskAsync(ServiceCall call, EarlierVersion back)
    {
        if (!Confirmation.IsGiven(FormattableString.Invariant($"Bring version {back.Number} back?"), call.Configuration))
            throw new CommandException("Nothing was done");
        // Somebody else may have been quicker than the answer.
        if ((await call.Client.DescribeServiceAsync(call.Name, call.Interrupted)).LatestVersion != back.Live.State.LatestVersion)
            throw new CommandException($"'{call.Name}' has been changed meanwhile; look at it again");
    }
}
