using System.CommandLine;
using EasGen.Cli.Cloud;
using EasGen.Cli.Live;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Status;

/// <summary>The verb <c>status</c>: a service as it is now.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var token = new Option<bool>("--token")
        {
            Description = "Prints nothing but the token that callers send, for use in a command; never on a terminal.",
        };
        var format = FormatOption.Create(FormatOption.Text, FormatOption.Json);
        var verb = new Verb(
            "status",
            "Shows a service that is deployed: its state, version, instances, endpoints, lock and newest event. "
            + "Exits with 0 if it runs in its newest version with all instances, 1 if it does not, 2 if that is not known.",
            "easgen status iris_classifier --region cn-shanghai",
            "curl -H \"Authorization: $(easgen status iris_classifier --token)\" http://…/api/predict/iris_classifier")
        {
            token,
            format,
        };
        return ServiceVerb.Of(verb, call => call.Parsed.GetValue(token)
            ? WriteTokenAsync(call)
            : RunAsync(call, call.Parsed.GetValue(format)!));
    }

    // What stands on a screen is read by others too, and stays in its history.
    private static async Task<int> WriteTokenAsync(ServiceCall call)
    {
        if (call.Configuration.Output == Console.Out && !Console.IsOutputRedirected)
            throw new CommandException(
                $"The token is a secret, and this is a terminal; use it in a command, as $(easgen status {call.Name} --token)");
        var state = await call.Client.DescribeServiceAsync(call.Name, call.Interrupted);
        if (string.IsNullOrEmpty(state.AccessToken))
            throw new CommandException($"PAI-EAS does not tell the token of '{call.Name}'");
        using var output = Screen.Output(call.Configuration);
        output.WriteLine(Plain.Line(state.AccessToken));
        return ExitCode.Clean;
    }

    private static async Task<int> RunAsync(ServiceCall call, string format)
    {
        var service = new ObservedService(
            await call.Client.DescribeServiceAsync(call.Name, call.Interrupted), call.Connection.Region);
        var gaps = new Gaps();
        var instances = gaps.TryAsync("The instances", call.Client.ListServiceInstancesAsync(call.Name, call.Interrupted));
        var events = await gaps.TryAsync(
            "The events", call.Client.DescribeServiceEventAsync(call.Name, newest: 1, cancellationToken: call.Interrupted));
        var report = new StatusReport(service, await instances, events.Count > 0 ? events[0] : null, gaps.Missing);
        using var output = Screen.Output(call.Configuration);
        if (format == FormatOption.Json)
            report.WriteJson(output);
        else
            report.WriteText(output);
        return service.State.IsReady ? ExitCode.Clean : ExitCode.Errors;
    }
}
