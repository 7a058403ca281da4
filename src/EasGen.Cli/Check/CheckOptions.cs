using System.CommandLine;
using System.CommandLine.Parsing;
using EasGen.Cli.Inputs;
using EasGen.Cli.Policy;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Check;

/// <summary>What a person can say to <c>check</c>.</summary>
internal sealed class CheckOptions
{
    private readonly Argument<string[]> paths = PathArgument.Create(
        "path",
        "Service JSON, a folder (all services below it), a pattern such as 'deploy/**/*.json', "
        + "a built assembly (.dll), or - for the standard input.");

    private readonly Option<string> format =
        FormatOption.Create(FormatOption.Text, FormatOption.Json, FormatOption.Sarif, FormatOption.GitHub);

    private readonly Option<RuleSetting[]> severities = SeverityOption.Create();

    private readonly Option<int?> maxWarnings = new("--max-warnings")
    {
        Description = "How many warnings there may be before the exit code is 1.",
        HelpName = "N",
        CustomParser = static result =>
        {
            if (int.TryParse(result.Tokens[0].Value, out var number) && number >= 0)
                return number;
            result.AddError($"--max-warnings '{result.Tokens[0].Value}' is not a number of warnings; write 0 or more");
            return null;
        },
    };

    private readonly Option<string?> baseline = new("--baseline")
    {
        Description = "A file with findings that are known, and not reported again. --write-baseline makes it.",
        HelpName = "FILE",
    };

    private readonly Option<bool> writeBaseline = new("--write-baseline")
    {
        Description = "Writes what is found into the file of --baseline, instead of reporting it.",
    };

    private readonly Option<string?> standardInputName = new("--stdin-filename")
    {
        Description = "The file that the standard input stands for: its name is reported, and its settings count.",
        HelpName = "FILE",
    };

    private readonly Option<bool> fix = new("--fix")
    {
        Description = "Applies the fixes that are certain to the files, and reports what is left. "
            + "The standard input is written to the standard output, and the report to the standard error.",
    };

    public void AddTo(Command verb)
    {
        verb.Add(paths);
        foreach (var option in new Option[] { fix, format, severities, maxWarnings, baseline, writeBaseline, standardInputName })
            verb.Add(option);
        verb.Validators.Add(Validate);
    }

    public CheckRequest Of(ParseResult parsed) => new(
        parsed.GetValue(paths)!,
        parsed.GetValue(format)!,
        parsed.GetValue(severities)!,
        parsed.GetValue(maxWarnings),
        parsed.GetValue(baseline),
        parsed.GetValue(writeBaseline),
        parsed.GetValue(standardInputName),
        parsed.GetValue(fix));

    // By the words, as there is no value where one is wrong.
    private void Validate(CommandResult result)
    {
        if (result.GetResult(writeBaseline) is { Implicit: false } && result.GetResult(baseline) is null)
            result.AddError("--write-baseline does not say where to; add --baseline FILE");
        if (result.GetResult(standardInputName)?.Tokens is [{ Value: var name }, ..]
            && result.GetResult(paths)?.Tokens.Any(static token => token.Value == Input.StandardInput) is not true)
            result.AddError($"--stdin-filename '{name}' names the standard input, which is not read; give - as the path");
    }
}
