using System.CommandLine;
using System.CommandLine.Parsing;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Inputs;

/// <summary>The inputs of a verb. A slip among them stops the command before it does anything.</summary>
internal static class PathArgument
{
    public static Argument<string[]> Create(string name, string description)
    {
        var paths = new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore };
        paths.Validators.Add(static result =>
        {
            foreach (var token in result.Tokens.Select(static token => token.Value)
                .Where(static token => token.StartsWith('-') && token != Input.StandardInput && !Path.Exists(token)))
                result.AddError(Slip.Unknown(token, (CommandResult)result.Parent!));
        });
        return paths;
    }
}
