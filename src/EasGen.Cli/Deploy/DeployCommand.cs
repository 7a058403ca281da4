using System.CommandLine;
using EasGen.Cli.Cloud;
using EasGen.Cli.Inputs;
using EasGen.Cli.Plan;
using EasGen.Cli.Preparing;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Deploy;

/// <summary>The verb <c>deploy</c>: creates or updates a service, and waits until it runs.</summary>
internal static class DeployCommand
{
    public static Command Create()
    {
        var path = PathArgument.CreateSingle(
            "path", "A service JSON, the assembly or project that it is built from, or a plan that 'easgen plan --out' has saved.");
        var yes = Confirmation.CreateOption();
        var watch = new WatchOptions();
        var options = new ServiceOptions();
        var verb = new Verb(
            "deploy",
            "Creates a service, or updates the one that runs, and waits until all instances run in the new version. Shows the plan "
            + "and asks first. Exits with 0 if the service runs, 1 if it does not, 2 if nothing could be done.",
            "easgen deploy eas/production/iris_classifier.json",
            "easgen deploy iris.plan.json",
            "easgen deploy bin/Release/net10.0/Iris.dll --yes --strategy replace --var IMAGE_TAG=1.4")
        {
            path,
            yes,
        };
        watch.AddTo(verb);
        options.AddTo(verb);
        verb.SetAction((parsed, interrupted) => RunAsync(
            options.Of(parsed.GetValue(path)!, parsed),
            watch.Of(parsed),
            parsed.GetValue(yes),
            parsed.InvocationConfiguration,
            interrupted));
        return verb;
    }

    private static async Task<int> RunAsync(
        ServiceRequest asked, WatchRequest watch, bool yes, InvocationConfiguration configuration, CancellationToken interrupted)
    {
        var service = default(PreparedService);
        var saved = default(PlanDocument);
        var request = asked;
        return await CloudVerb.RunAsync(
            configuration,
            () =>
            {
                saved = SavedPlan.Find(asked.Path);
                request = saved is null ? asked : SavedPlan.Request(saved, asked);
                service = PreparedService.Of(request, configuration);
                return CloudConnection.Open(request.Cloud, service.Artifact.Region);
            },
            async connection =>
            {
                var plan = await ServicePlan.MakeAsync(service!, request.Strategy, connection, interrupted);
                if (saved is not null)
                    SavedPlan.Verify(saved, PlanDocument.Of(plan, connection.Region));
                using var output = Screen.Output(configuration);
                PlanReport.Write(plan, connection.Region, showIgnored: false, output);
                RefuseImpossible(plan);
                if (!plan.HasChanges)
                    return ExitCode.Clean;
                // A plan that was saved was read.
                if (saved is null && !yes && !await IsWantedAsync(plan, connection, configuration, interrupted))
                    return ExitCode.Clean;
                await new Deployment(plan, connection).CarryOutAsync();
                return await new Rollout(connection, output, watch).WaitAsync(
                    plan.Name, state => IsThere(plan, state), WaitLimit.Of(plan), interrupted);
            });
    }

    private static void RefuseImpossible(ServicePlan plan)
    {
        if (plan.Effect == ChangeEffect.Recreate)
            throw new CommandException(PlanReport.Cost(plan)) { ExitCode = ExitCode.Errors };
        if (plan.Service.Open.Count > 0)
            throw new CommandException($"'{plan.Name}' is not deployed: the values above are missing") { ExitCode = ExitCode.Errors };
    }

    private static async Task<bool> IsWantedAsync(
        ServicePlan plan, CloudConnection connection, InvocationConfiguration configuration, CancellationToken interrupted)
    {
        if (!Confirmation.IsGiven(plan.Live is null ? $"Create '{plan.Name}'?" : $"Update '{plan.Name}'?", configuration))
            return false;
        // Somebody else may have been quicker than the answer.
        var now = await LiveService.FindAsync(connection.Client, plan.Name, interrupted);
        return now?.State.LatestVersion == plan.Version
            ? true
            : throw new CommandException($"'{plan.Name}' has been changed meanwhile; plan again") { ExitCode = ExitCode.Errors };
    }

    // A version of its own, or the very settings, where a change makes no version.
    private static bool IsThere(ServicePlan plan, Api.EasServiceState state) => state.LatestVersion > (plan.Version ?? 0)
        || !Planner.Changes(plan.Service.Filled, LiveService.Of(state), plan.Strategy).Any(static change => change.IsDone);
}
