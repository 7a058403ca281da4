using System.CommandLine;

namespace EasGen.Cli.Preparing;

/// <summary>Where the values of placeholders come from.</summary>
internal sealed class VariableOptions
{
    private readonly Option<string[]> variables = new("--var")
    {
        Description = "The value of a ${NAME} in the service. Can be given several times, and outranks --var-file, which "
            + "outranks environment variables. Secrets belong in one of those: other users see the command line.",
        HelpName = "NAME=VALUE",
        DefaultValueFactory = static _ => [],
    };

    private readonly Option<string?> file = new("--var-file")
    {
        Description = "A file with a line NAME=VALUE for each value.",
        HelpName = "FILE",
    };

    public VariableOptions() => variables.Validators.Add(static result =>
    {
        foreach (var token in result.Tokens.Where(static token => !Placeholder.IsName(token.Value.Split('=')[0])))
            result.AddError($"--var '{token.Value.Split('=')[0]}' is not the name of a placeholder; write --var NAME=VALUE");
        foreach (var token in result.Tokens.Where(static token => !token.Value.Contains('=', StringComparison.Ordinal)))
            result.AddError($"--var {token.Value} has no value; write --var {token.Value}=VALUE");
    });

    public void AddTo(Command verb)
    {
        verb.Add(variables);
        verb.Add(file);
    }

    public VariableRequest Of(ParseResult parsed) => new(parsed.GetValue(variables)!, parsed.GetValue(file));
}

/// <summary>What was said about the values of placeholders.</summary>
internal sealed record VariableRequest(IReadOnlyList<string> Variables, string? File);
