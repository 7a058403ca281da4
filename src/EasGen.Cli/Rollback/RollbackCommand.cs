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
        var service = ServiceTarget.CreateArgument();
        var to = new Option<int?>("--to")
        {
            Description = "The version to bring back. Default: the newest before the current one that can run.",
            HelpName = "VERSION",
        };
        var yes = Confirmation.CreateOption();
        var watch = new WatchOptions();
        var cloud = new CloudOptions();
        var verb = new Verb(
            "rollback",
            "Brings an earlier version of a service back, and waits until it runs. Shows what that changes and asks first. "
            + "Exits as deploy does.",
            "easgen rollback iris_classifier",
            "easgen rollback iris_classifier --to 3 --yes")
        {
            service,
            to,
            yes,
        };
        watch.AddTo(verb);
        cloud.AddTo(verb);
        verb.SetAction((parsed, interrupted) => RunAsync(
            parsed.GetValue(service)!,
            parsed.GetValue(to),
            parsed.GetValue(yes),
            watch.Of(parsed),
            cloud.Of(parsed),
            parsed.InvocationConfiguration,
            interrupted));
        return verb;
    }

    private static async Task<int> RunAsync(
        string service,
        int? to,
        bool yes,
        WatchRequest watch,
        CloudRequest cloud,
        InvocationConfiguration configuration,
        CancellationToken interrupted)
    {
        var name = service;
        return await CloudVerb.RunAsync(
            configuration,
            () =>
            {
                var target = ServiceTarget.Of(service);
                name = target.Name;
                return CloudConnection.Open(cloud, target.Region);
            },
            async connection =>
            {
                var back = await EarlierVersion.FindAsync(connection.Client, name, to, interrupted);
                using var output = Screen.Output(configuration);
                back.Write(output);
                if (!yes && !Confirmation.IsGiven(FormattableString.Invariant($"Bring version {back.Number} back?"), configuration))
                    return ExitCode.Clean;
                var before = back.Live.State.LatestVersion;
                await ChangingCall.MakeAsync(
                    () => connection.Client.UpdateServiceVersionAsync(name, back.Number, CancellationToken.None),
                    async () => (await connection.Client.DescribeServiceAsync(name, CancellationToken.None)).LatestVersion != before);
                return await new Rollout(connection, output, watch).WaitAsync(
                    name, state => state.LatestVersion != before, back.Limit, interrupted);
            });
    }
}
