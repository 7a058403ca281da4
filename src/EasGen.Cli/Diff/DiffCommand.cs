using System.CommandLine;
using EasGen.Cli.Inputs;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Diff;

/// <summary>The verb <c>diff</c>: what two services do not have in common, setting by setting.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("before") { Description = "A service JSON, or - for the standard input." };
        var after = new Argument<string>("after") { Description = "Another one." };
        var format = FormatOption.Create(FormatOption.Text, FormatOption.Json);
        var verb = new Verb(
            "diff",
            "Compares two services by their settings, whatever order they are written in; secrets are hidden. "
            + "Exits with 0 if they are the same, 1 if they differ, 2 if one could not be read.",
            "easgen diff eas/staging/iris_classifier.json eas/production/iris_classifier.json")
        {
            before,
            after,
            format,
        };
        verb.SetAction(parsed => Run(
            parsed.GetValue(before)!,
            parsed.GetValue(after)!,
            parsed.GetValue(format)!,
            parsed.InvocationConfiguration));
        return verb;
    }

    private static int Run(string before, string after, string format, InvocationConfiguration configuration)
    {
        var one = ComparedService.Read(before);
        var other = ComparedService.Read(after);
        InputError[] inputErrors = [.. new[] { one.Error, other.Error }.OfType<InputError>()];
        if (inputErrors.Length > 0)
        {
            InputErrors.Write(inputErrors, configuration);
            return ExitCode.Unusable;
        }
        var report = DiffReport.Of(one, other);
        using var output = Screen.Output(configuration);
        if (format == FormatOption.Json)
            report.WriteJson(output);
        else
            report.WriteText(output);
        return report.Changes.Count == 0 ? ExitCode.Clean : ExitCode.Errors;
    }
}
