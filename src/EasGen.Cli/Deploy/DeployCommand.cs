using System.CommandLine;
using EasGen.Api;
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
        var format = FormatOption.Create(FormatOption.Text, FormatOption.Json);
        var watch = new WatchOptions();
        var options = new ServiceOptions();
        var verb = new Verb(
            "deploy",
            "Creates a service, or updates the one that runs, and waits until all instances run in the new version. Shows the plan "
            + "and asks first. Exits with 0 if the service runs, 1 if it does not or that is not known, 2 if nothing was done.",
            "easgen deploy . --environment production",
            "easgen deploy iris.plan.json",
            "easgen deploy bin/Release/net10.0/Iris.dll --yes --strategy replace --var IMAGE_TAG=1.4")
        {
            path,
            yes,
            format,
        };
        verb.Patience = CloudConnection.Patience;
        watch.AddTo(verb);
        options.AddTo(verb);
        verb.SetAction((parsed, interrupted) => RunAsync(
            options.Of(parsed.GetValue(path)!, parsed),
            watch.Of(parsed),
            parsed.GetValue(yes),
            parsed.GetValue(format)!,
            parsed.InvocationConfiguration,
            interrupted));
        return verb;
    }

    private static async Task<int> RunAsync(
        ServiceRequest asked,
        WatchRequest watch,
        bool yes,
        string format,
        InvocationConfiguration configuration,
        CancellationToken interrupted)
    {
        return await CloudVerb.RunAsync(
            configuration,
            () =>
            {
                var saved = SavedPlan.Find(asked.Path);
                var request = saved is null ? asked : SavedPlan.Request(saved, asked);
                var service = PreparedService.Of(request, configuration);
                return ((saved, request, service), CloudConnection.Open(request.Cloud, service.Region));
            },
            async (subject, connection) =>
            {
                var (saved, request, service) = subject;
                var plan = await ServicePlan.MakeAsync(service, request.Strategy, connection, interrupted);
                if (saved is not null)
                    SavedPlan.Verify(saved, PlanDocument.Of(plan, connection));
                using var output = new DeployOutput(configuration, format, asked.Cloud);
                PlanReport.Write(plan, connection.Region, showIgnored: false, output.Screen);
                RefuseImpossible(plan);
                if (!plan.HasChanges)
                    return await UnchangedAsync(plan, new(connection, watch, output), output, connection.Region, interrupted);
                // A plan that was saved was read.
                if (saved is null && !yes)
                    await AskAsync(plan, connection, configuration, interrupted);
                await new Deployment(plan, connection).CarryOutAsync();
                return await new Rollout(connection, watch, output).WaitAsync(
                    new(plan.Name, plan.Live?.State, state => IsThere(plan, state), WaitLimit.Of(plan)), interrupted);
            });
    }

    private static void RefuseImpossible(ServicePlan plan)
    {
        if (plan.Effect == ChangeEffect.Recreate)
            throw new CommandException(PlanReport.Cost(plan));
        if (plan.Service.Open.Count > 0)
            throw new CommandException($"'{plan.Name}' is not deployed: the values above are missing");
    }

    // What is to run may not run yet, as after a deployment that was not waited for.
    private static async Task<int> UnchangedAsync(
        ServicePlan plan, Rollout rollout, DeployOutput output, string region, CancellationToken interrupted)
    {
        if (!plan.Live!.State.IsReady)
            return await rollout.WaitAsync(new(plan.Name, Before: null, static state => state.IsReady, WaitLimit.Of(plan)), interrupted);
        output.WriteResult(plan.Name, region, "unchanged", plan.Live.State);
        return ExitCode.Clean;
    }

    private static async Task AskAsync(
        ServicePlan plan, CloudConnection connection, InvocationConfiguration configuration, CancellationToken interrupted)
    {
        if (!Confirmation.IsGiven(plan.Live is null ? $"Create '{plan.Name}'?" : $"Update '{plan.Name}'?", configuration))
            throw new CommandException("Nothing was done");
        // Somebody else may have been quicker than the answer.
        if ((await LiveService.FindAsync(connection.Client, plan.Name, interrupted))?.State.LatestVersion != plan.Version)
            throw new CommandException($"'{plan.Name}' has been changed meanwhile; plan again");
    }

    // A version that is new, or the very settings, where a change makes no version.
    private static bool IsThere(ServicePlan plan, EasServiceState state) => state.IsReady
        && (state.LatestVersion > (plan.Version ?? 0)
            || Planner.IsSame(plan.Service.Filled, LiveService.Of(state), plan.Strategy));
}
