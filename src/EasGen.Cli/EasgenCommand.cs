using System.CommandLine;

namespace EasGen.Cli;

/// <summary>The command line as a whole: one verb for each feature.</summary>
internal static class EasgenCommand
{
    public static Task<int> Run(string[] args)
    {
        var root = new RootCommand("The service JSON of Alibaba Cloud PAI-EAS, checked before it is deployed.");
        return root.Parse(args).InvokeAsync();
    }
}
