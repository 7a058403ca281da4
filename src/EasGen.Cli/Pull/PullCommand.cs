using System.CommandLine;
using EasGen.Cli.Cloud;
using EasGen.Cli.Live;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Pull;

/// <summary>The verb <c>pull</c>: the service JSON of a service that is deployed.</summary>
internal static class PullCommand
{
    public static Command Create()
    {
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The file to write. Default: the standard output.",
            HelpName = "FILE",
        };
        var force = new Option<bool>("--force") { Description = "Replace an existing file that differs; without it, it is kept." };
        var verb = new Verb(
            "pull",
            "Gets the JSON of a service that is deployed, with placeholders for its secrets, ready for 'easgen import'.",
            "easgen pull iris_classifier --output iris_classifier.json",
            "easgen pull iris_classifier | easgen import -")
        {
            output,
            force,
        };
        return ServiceVerb.Of(verb, call => RunAsync(call, call.Parsed.GetValue(output), call.Parsed.GetValue(force)));
    }

    private static async Task<int> RunAsync(ServiceCall call, string? path, bool force)
    {
        var service = new ObservedService(
            await call.Client.DescribeServiceAsync(call.Name, call.Interrupted), call.Connection.Region);
        var pulled = PulledService.Of(service);
        using (var output = Screen.Output(call.Configuration))
        {
            if (path is null)
                output.WriteJson(pulled.Json.TrimEnd('\n'));
            else if (OutputFile.Write(path, pulled.Json, force) is { } problem)
                throw new CommandException(problem);
        }
        using var notes = Screen.Error(call.Configuration);
        foreach (var secret in pulled.Secrets.DistinctBy(static secret => secret.Pointer))
            notes.WriteLine(Plain.Line(
                $"note: '{JsonPointer.Spoken(secret.Pointer)}' is {secret.Placeholder} now; fill it in at deployment"));
        return ExitCode.Clean;
    }
}
