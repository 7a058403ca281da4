using System.CommandLine;
using EasGen.Cli.Inputs;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Check;

/// <summary>The verb <c>check</c>: every rule on every service.</summary>
internal static class CheckCommand
{
    private const string Text = "text";
    private const string Json = "json";
    private const string Sarif = "sarif";

    public static Command Create()
    {
        var paths = PathArgument.Create(
            "path",
            "Service JSON, a folder (all services below it), a pattern such as 'deploy/**/*.json', "
            + "a built assembly (.dll), or - for the standard input.");
        var format = new Option<string>("--format", "-f")
        {
            Description = "The format of the report: text for people, json for scripts, sarif (2.1.0) for code scanning.",
            DefaultValueFactory = static _ => Text,
        };
        format.AcceptOnlyFromAmong(Text, Json, Sarif);
        var verb = new Verb(
            "check",
            "Checks services against all rules. Exits with 0 if there is no error, 1 if there is one, 2 if an input could not be used.",
            "easgen check service.json",
            "easgen check deploy/ --format sarif > easgen.sarif",
            "easgen check bin/Release/net10.0/IrisClassifier.dll")
        {
            paths,
            format,
        };
        verb.SetAction((parsed, interrupted) =>
            Task.Run(
                () => Run(parsed.GetValue(paths)!, parsed.GetValue(format)!, parsed.InvocationConfiguration, interrupted),
                CancellationToken.None));
        return verb;
    }

    private static int Run(string[] paths, string format, InvocationConfiguration configuration, CancellationToken interrupted)
    {
        var result = Progress.Of(progress => Checker.Check(paths, progress.Begin, progress.Step, interrupted));
        using (var output = Screen.Output(configuration))
            Report(format).Write(result, output);

        // A report that a program reads has them among its own.
        if (format == Text)
            InputErrors.Write(result.InputErrors, configuration);
        return result.ExitCode;
    }

    private static IReport Report(string format) => format switch
    {
        Json => new JsonReport(),
        Sarif => new SarifReport(),
        _ => new TextReport(),
    };
}

/// <summary>A way to say the result.</summary>
internal interface IReport
{
    void Write(CheckResult result, Screen output);
}
