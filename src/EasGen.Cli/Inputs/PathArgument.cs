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
        paths.Validators.Add(FindSlips);
        return paths;
    }

    /// <summary>The only input of a verb.</summary>
    public static Argument<string> CreateSingle(string name, string description)
    {
        var path = new Argument<string>(name) { Description = description };
        path.Validators.Add(FindSlips);
        return path;
    }

    // An option that the verb does not have would be taken for an input; a variable that is not set makes an empty one.
    private static void FindSlips(ArgumentResult result)
    {
        if (result.Tokens.Any(static token => string.IsNullOrWhiteSpace(token.Value)))
            result.AddError($"{result.Argument.Name} is empty; give it a value");
        foreach (var token in result.Tokens.Select(static token => token.Value)
            .Where(static token => token.StartsWith('-') && token != Input.StandardInput && !Path.Exists(token)))
            result.AddError(Slip.Unknown(token, (CommandResult)result.Parent!));
    }
}
