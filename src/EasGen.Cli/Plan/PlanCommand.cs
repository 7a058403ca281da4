using System.CommandLine;
using EasGen.Cli.Cloud;
using EasGen.Cli.Inputs;
using EasGen.Cli.Preparing;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Plan;

/// <summary>The verb <c>plan</c>: what a deployment would change, and what that costs.</summary>
internal static class PlanCommand
{
    // As `terraform plan -detailed-exitcode` has them: a script can tell a change from a failure.
    private const int Changes = 2;
    private const int Failure = 1;

    public static Command Create()
    {
        var path = PathArgument.CreateSingle("path", "A service JSON, or the assembly or project that it is built from.");
        var save = new Option<string?>("--out") { Description = "Saves the plan, for 'easgen deploy FILE'.", HelpName = "FILE" };
        var showIgnored = new Option<bool>("--show-ignored")
        {
            Description = "Shows the differences that are none, too: what PAI-EAS sets itself, and defaults.",
        };
        var format = FormatOption.Create(FormatOption.Text, FormatOption.Json);
        var options = new ServiceOptions();
        var verb = new Verb(
            "plan",
            "Compares a service with the one that runs, setting by setting, and says what a deployment would change and cost. "
            + "Exits with 0 if nothing would change, 2 if something would, 1 if it cannot be told.",
            "easgen plan . --environment production",
            "easgen plan src/Iris --environment production --out iris.plan.json")
        {
            path,
            save,
            showIgnored,
            format,
        };
        verb.Failure = Failure;
        options.AddTo(verb);
        verb.SetAction((parsed, interrupted) => RunAsync(
            options.Of(parsed.GetValue(path)!, parsed),
            parsed.GetValue(save),
            parsed.GetValue(showIgnored),
            parsed.GetValue(format)!,
            parsed.InvocationConfiguration,
            interrupted));
        return verb;
    }

    private static async Task<int> RunAsync(
        ServiceRequest request,
        string? save,
        bool showIgnored,
        string format,
        InvocationConfiguration configuration,
        CancellationToken interrupted)
    {
        return await CloudVerb.RunAsync(
            configuration,
            () =>
            {
                if (save is not null && request.Path == Input.StandardInput)
                    throw new CommandException(
                        "--out saves where the service came from, which the standard input does not say; name a file");
                var service = PreparedService.Of(request, configuration);
                return (service, CloudConnection.Open(request.Cloud, service.Region));
            },
            async (service, connection) =>
            {
                var plan = await ServicePlan.MakeAsync(service, request.Strategy, connection, interrupted);
                var document = PlanDocument.Of(plan, connection);
                using var output = Screen.Output(configuration);
                if (format == FormatOption.Json)
                    output.WriteJson(document.ToJson());
                else
                    PlanReport.Write(plan, connection.Region, showIgnored, output);
                if (save is not null)
                    SavedPlan.Write(save, document);
                return plan.HasChanges ? Changes : ExitCode.Clean;
            },
            Failure);
    }
}
