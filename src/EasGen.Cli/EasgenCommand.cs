using System.CommandLine;
using EasGen.Cli.Check;
using EasGen.Cli.Emit;
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
            EmitCommand.Create(),
            SchemaCommand.Create(),
            RulesCommand.Create(),
            CompletionCommand.Create(),
        };
        ExampleHelp.AddTo(root);

        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync(configuration);
        return parsed.Errors.Count > 0 ? ExitCode.Unusable : code;
    }
}
