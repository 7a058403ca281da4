using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace EasGen.Cli.Terminal;

/// <summary>A verb whose help ends with examples.</summary>
internal sealed class Verb : Command
{
    public Verb(string name, string description, params string[] examples)
        : base(name, description)
    {
        Examples = examples;
        Validators.Add(FindEmpty);
    }

    public IReadOnlyList<string> Examples { get; }

    /// <summary>The exit code of a command that is wrong.</summary>
    public int Failure { get; set; } = ExitCode.Unusable;

    /// <summary>How long Ctrl+C waits for what must not be broken off; null for the usual time.</summary>
    public TimeSpan? Patience { get; set; }

    // As from a variable that is not set. What an option with checks of its own says of it, is said there.
    private static void FindEmpty(CommandResult result)
    {
        foreach (var option in result.Children.OfType<OptionResult>())
        {
            if (option.Option is { Validators.Count: 0 } text
                && text.ValueType == typeof(string)
                && option.Tokens.Any(static token => string.IsNullOrWhiteSpace(token.Value)))
                result.AddError($"{option.Option.Name} is empty; give it a value, or leave it out");
        }
    }
}

/// <summary>The help that the library writes, and the examples of the verb behind it.</summary>
internal sealed class ExampleHelp(HelpAction help) : SynchronousCommandLineAction
{
    public static void AddTo(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new ExampleHelp((HelpAction)option.Action!);
            // On most systems a slash begins a path.
            option.Aliases.Remove("/?");
            option.Aliases.Remove("/h");
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not Verb { Examples: { Count: > 0 } examples })
            return code;

        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples)
            output.WriteLine($"  {example}");
        output.WriteLine();
        return code;
    }
}
