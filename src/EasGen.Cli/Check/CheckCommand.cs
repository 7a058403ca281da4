using System.CommandLine;
using EasGen.Cli.Baselines;
using EasGen.Cli.Inputs;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Check;

/// <summary>The verb <c>check</c>: every rule on every service.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var verb = new Verb(
            "check",
            "Checks services against all rules. Exits with 0 if there is no error, 1 if there is one, 2 if an input could not be used.",
            "easgen check service.json",
            "easgen check deploy/ --fix",
            "easgen check deploy/ --format sarif > easgen.sarif",
            "easgen check deploy/ --severity EAS0111=off --max-warnings 0",
            "easgen check deploy/ --baseline easgen-baseline.json --write-baseline",
            "easgen check bin/Release/net10.0/IrisClassifier.dll");
        var options = new CheckOptions();
        options.AddTo(verb);
        verb.SetAction((parsed, interrupted) =>
            Task.Run(() => Run(options.Of(parsed), parsed.InvocationConfiguration, interrupted), CancellationToken.None));
        return verb;
    }

    private static int Run(CheckRequest request, InvocationConfiguration configuration, CancellationToken interrupted)
    {
        var (baseline, mistakes) = request is { Baseline: { } path, WritesBaseline: false } ? Baseline.Read(path) : (null, []);
        if (mistakes.Count > 0)
        {
            if (request.Fixes && request.Paths.Contains(Input.StandardInput))
            {
                InputReader.Read(new(Input.StandardInput, IsNamed: true), out var input);
                Screen.WriteOutput(configuration, input ?? []);
            }
            InputErrors.Write(mistakes, configuration);
            return ExitCode.Unusable;
        }
        var result = Progress.Of(progress => Checker.Check(request, progress.Begin, progress.Step, interrupted));
        // Whatever else goes wrong, it is not lost.
        if (result.StandardInput is { } text)
            Screen.WriteOutput(configuration, text);
        if (request.WritesBaseline)
            return WriteBaseline(request.Baseline!, result, configuration);
        if (baseline is not null)
            result = baseline.Without(result);
        using (var output = Beside(result, configuration))
            Report(request.Format).Write(result, output);

        // A report that a program reads has them among its own.
        if (request.Format == FormatOption.Text)
            InputErrors.Write(result.InputErrors, configuration);
        var warnings = result.Count(Severity.Warning);
        if (!(warnings > request.MaxWarnings))
            return result.ExitCode;
        InputErrors.Write(
            [FormattableString.Invariant($"{Plain.Number(warnings, "warning")}, and --max-warnings allows {request.MaxWarnings}")],
            configuration);
        return Math.Max(ExitCode.Errors, result.ExitCode);
    }

    // Whoever pipes the standard input through reads nothing else there.
    private static Screen Beside(CheckResult result, InvocationConfiguration configuration) =>
        result.StandardInput is null ? Screen.Output(configuration) : Screen.Error(configuration);

    private static int WriteBaseline(string path, CheckResult result, InvocationConfiguration configuration)
    {
        var problems = result.AllErrors.ToList();
        if (problems.Count == 0 && Baseline.Write(path, result) is { } problem)
            problems.Add(problem);
        InputErrors.Write(problems, configuration);
        if (problems.Count > 0)
            return ExitCode.Unusable;
        using var output = Beside(result, configuration);
        output.WriteLine($"{Plain.Number(result.Findings, "finding")} -> {Plain.Line(path)}");
        return ExitCode.Clean;
    }

    private static IReport Report(string format) => format switch
    {
        FormatOption.Json => new JsonReport(),
        FormatOption.Sarif => new SarifReport(),
        FormatOption.GitHub => new GitHubReport(),
        _ => new TextReport(),
    };
}

/// <summary>A way to say the result.</summary>
internal interface IReport
{
    void Write(CheckResult result, Screen output);
}
