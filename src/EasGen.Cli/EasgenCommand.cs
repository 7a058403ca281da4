using System.CommandLine;
using System.CommandLine.Invocation;
using EasGen.Cli.Check;
using EasGen.Cli.Emit;
using EasGen.Cli.Import;
using EasGen.Cli.Rules;
using EasGen.Cli.Schema;
using EasGen.Cli.Terminal;

namespace EasGen.Cli;

/// <summary>The command line as a whole: one verb for each feature.</summary>
internal static class EasgenCommand
{
    public static async Task<int> Run(string[] args, InvocationConfiguration? configuration = null)
    {
        var root = new RootCommand("The service JSON of Alibaba Cloud PAI-EAS: checked before it is deployed, and turned into C#.")
        {
            CheckCommand.Create(),
            ImportCommand.Create(),
            EmitCommand.Create(),
            SchemaCommand.Create(),
            RulesCommand.Create(),
            CompletionCommand.Create(),
        };
        ExampleHelp.AddTo(root);

        var parsed = root.Parse(args);
        // Who names no verb wants to see them; who made a slip wants to read about it, not to search for it above a page of help.
        if (parsed.Action is ParseErrorAction error)
            error.ShowHelp = args.Length == 0;
        configuration ??= new();
        configuration.EnableDefaultExceptionHandler = false;
        try
        {
            var code = await parsed.InvokeAsync(configuration);
            return parsed.Errors.Count > 0 ? ExitCode.Unusable : code;
        }
        catch (IOException problem)
        {
            // A full disk behind '>'. Inputs have said what is wrong with them by now.
            await configuration.Error.WriteLineAsync($"error: the output cannot be written: {problem.Message}");
            return ExitCode.Unusable;
        }
    }
}
