using System.CommandLine;

namespace EasGen.Cli.Tests.Kit;

/// <summary>What the tool said and how it ended.</summary>
internal sealed record Answer(int Code, string Output, string Error)
{
    public string[] Lines => Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    public string[] ErrorLines => Error.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The tool in this process.</summary>
internal static class Easgen
{
    public static async Task<Answer> Run(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await EasgenCommand.Run(arguments, new InvocationConfiguration { Output = output, Error = error });
        return new(code, output.ToString(), error.ToString());
    }
}
