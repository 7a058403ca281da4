using System.CommandLine;
using EasGen.Cli.Cloud;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Why;

/// <summary>The verb <c>why</c>: what keeps a service from running.</summary>
internal static class WhyCommand
{
    public static Command Create()
    {
        var answer = new Option<string?>("--answer")
        {
            Description = "What a caller of the service was answered, such as 503, which PAI-EAS itself does not tell.",
            HelpName = "TEXT",
        };
        var format = FormatOption.Create(FormatOption.Text, FormatOption.Json);
        var verb = new Verb(
            "why",
            "Says what keeps a service from running, from its warnings, instances, logs and settings. "
            + "Exits with 0 if it runs, 1 if it does not, 2 if that is not known.",
            "easgen why iris_classifier",
            "easgen why iris_classifier --answer 503")
        {
            answer,
            format,
        };
        return ServiceVerb.Of(verb, call => RunAsync(call, call.Parsed.GetValue(answer), call.Parsed.GetValue(format)!));
    }

    private static async Task<int> RunAsync(ServiceCall call, string? answer, string format)
    {
        var explanation = await Explanation.ReadAsync(call.Client, call.Connection.Region, call.Name, answer, call.Interrupted);
        using var output = Screen.Output(call.Configuration);
        if (format == FormatOption.Json)
            ExplanationJson.Write(explanation, output);
        else
            ExplanationReport.Write(explanation, output);
        return explanation.Evidence.Service.State.IsReady ? ExitCode.Clean : ExitCode.Errors;
    }
}
