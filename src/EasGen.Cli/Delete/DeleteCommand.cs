using System.CommandLine;
using EasGen.Cli.Cloud;
using EasGen.Cli.Deploy;
using EasGen.Cli.Live;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Delete;

/// <summary>The verb <c>delete</c>: takes a service away, and waits until it is gone.</summary>
internal static class DeleteCommand
{
    private const int LongestWait = 3600;

    public static Command Create()
    {
        var yes = Confirmation.CreateOption();
        var timeout = new Option<int>("--timeout")
        {
            Description = $"How long to wait until it is gone, in seconds, from 1 to {LongestWait}.",
            HelpName = "SECONDS",
            DefaultValueFactory = static _ => 300,
        };
        timeout.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > LongestWait)
                result.AddError($"--timeout is a number of seconds from 1 to {LongestWait}");
        });
        var format = FormatOption.Create(FormatOption.Text, FormatOption.Json);
        var verb = new Verb(
            "delete",
            "Deletes a service, whose name has to be typed, and waits until it is gone. "
            + "Exits with 0 when it is, 1 when nothing was deleted or it is not gone in time, 2 after an error.",
            "easgen delete iris_classifier",
            "easgen delete iris_classifier --yes --timeout 60")
        {
            yes,
            timeout,
            format,
        };
        verb.Patience = CloudConnection.Patience;
        return ServiceVerb.Of(verb, async call =>
        {
            using var output = new DeployOutput(call.Configuration, call.Parsed.GetValue(format)!, call.Cloud);
            return await RunAsync(call, call.Parsed.GetValue(yes), TimeSpan.FromSeconds(call.Parsed.GetValue(timeout)), output);
        });
    }

    private static async Task<int> RunAsync(ServiceCall call, bool yes, TimeSpan limit, DeployOutput output)
    {
        var service = new ObservedService(
            await call.Client.DescribeServiceAsync(call.Name, call.Interrupted), call.Connection.Region);
        if (service.IsLocked)
            throw Refused(
                $"'{call.Name}' is locked ({service.Shown(service.State.SafetyLock!)}) and can neither be stopped nor deleted; "
                + "unlock it in the console, or with "
                + $"PUT /api/v2/services/{call.Connection.Region}/{call.Name}/lock and {{\"Lock\":\"none\"}}");
        var question = $"This deletes {service.Shown(StateLine.Of(service))}";
        if (!yes && !Confirmation.IsNamed(question, call.Name, call.Configuration))
            throw Refused("That is not its name; nothing was deleted");

        var deletion = new Deletion(call.Connection, service.State);
        await deletion.AskAsync();
        await WaitAsync(call, deletion, limit);
        output.Screen.WriteLine(Plain.Line($"'{call.Name}' is deleted"));
        output.WriteResult(call.Name, call.Connection.Region, "deleted", null);
        return ExitCode.Clean;
    }

    private static async Task WaitAsync(ServiceCall call, Deletion deletion, TimeSpan limit)
    {
        try
        {
            await deletion.WaitAsync(limit, call.Interrupted);
        }
        catch (OperationCanceledException) when (call.Interrupted.IsCancellationRequested)
        {
            throw Refused($"Interrupted: '{call.Name}' is still being deleted; 'easgen status {call.Name}' says when it is gone");
        }
    }

    private static CommandException Refused(string message) => new(message) { ExitCode = ExitCode.Errors };
}
