using System.CommandLine;
using System.CommandLine.Invocation;
using EasGen.Cli.Check;
using EasGen.Cli.Delete;
using EasGen.Cli.Deploy;
using EasGen.Cli.Diff;
using EasGen.Cli.Emit;
using EasGen.Cli.Import;
using EasGen.Cli.Inputs;
using EasGen.Cli.Logs;
using EasGen.Cli.Permissions;
using EasGen.Cli.Plan;
using EasGen.Cli.Pull;
using EasGen.Cli.Rehearse;
using EasGen.Cli.Rollback;
using EasGen.Cli.Rules;
using EasGen.Cli.Schema;
using EasGen.Cli.Status;
using EasGen.Cli.Terminal;
using EasGen.Cli.Why;

namespace EasGen.Cli;

/// <summary>The command line as a whole: one verb for each feature.</summary>
internal static class EasgenCommand
{
    public static ParseResult Parse(string[] args)
    {
        var root = new RootCommand("The service JSON of Alibaba Cloud PAI-EAS: checked before it is deployed, and turned into C#.")
        {
            CheckCommand.Create(),
            ImportCommand.Create(),
            EmitCommand.Create(),
            DiffCommand.Create(),
            RehearseCommand.Create(),
            PlanCommand.Create(),
            DeployCommand.Create(),
            RollbackCommand.Create(),
            StatusCommand.Create(),
            WhyCommand.Create(),
            LogsCommand.Create(),
            PullCommand.Create(),
            DeleteCommand.Create(),
            PolicyCommand.Create(),
            SchemaCommand.Create(),
            RulesCommand.Create(),
            CompletionCommand.Create(),
        };
        ExampleHelp.AddTo(root);

        // No response files: a file may be named @release.json.
        return root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
    }

    public static async Task<int> Run(string[] args, InvocationConfiguration? configuration = null)
    {
        var parsed = Parse(args);
        var verb = parsed.CommandResult.Command as Verb;
        var failure = verb?.Failure ?? ExitCode.Unusable;
        configuration ??= new();
        configuration.ProcessTerminationTimeout = verb?.Patience ?? configuration.ProcessTerminationTimeout;
        configuration.EnableDefaultExceptionHandler = false;
        try
        {
            // Who names no verb wants to see them; who made a slip wants to read about it, not to search for it above a page of help.
            if (parsed.Action is not ParseErrorAction)
                return await parsed.InvokeAsync(configuration);
            if (args.Length == 0)
                await parsed.InvokeAsync(configuration);
            else
                InputErrors.Write(Slip.In(parsed), configuration);
            return failure;
        }
        catch (OperationCanceledException)
        {
            return Say("interrupted", failure, configuration);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A full disk behind '>'. Inputs have said what is wrong with them by now.
            return Say($"the output cannot be written: {problem.Message}", failure, configuration);
        }
    }

    private static int Say(string message, int failure, InvocationConfiguration configuration)
    {
        try
        {
            configuration.Error.WriteLine($"error: {message}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Nowhere to say it but in the exit code.
        }
        return failure;
    }
}
