using System.CommandLine;
using System.Diagnostics;

namespace EasGen.Cli.Tests.Kit;

/// <summary>What the tool said and how it ended.</summary>
internal sealed record Answer(int Code, string Output, string Error)
{
    public string[] Lines => Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    public string[] ErrorLines => Error.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The findings of a text report: <c>warning EAS0102</c>.</summary>
    public string[] Findings => [.. Lines
        .Where(static line => line.Contains(" EAS", StringComparison.Ordinal)
            && !line.StartsWith(' ')
            && !line.Contains(": fixed ", StringComparison.Ordinal))
        .Select(static line => line[..line.IndexOf(": ", line.IndexOf(" EAS", StringComparison.Ordinal), StringComparison.Ordinal)])
        .Select(static line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..])];
}

/// <summary>The tool.</summary>
internal static class Easgen
{
    /// <summary>In this process.</summary>
    public static async Task<Answer> Run(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await EasgenCommand.Run(arguments, new InvocationConfiguration { Output = output, Error = error });
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>In a process of its own, which has a standard input and a working folder.</summary>
    public static Task<(int Code, byte[] Output, string Error)> Start(byte[] input, string folder, params string[] arguments) =>
        Start(input, folder, [], arguments);

    /// <summary>The same, with variables of its own; null takes one away.</summary>
    public static async Task<(int Code, byte[] Output, string Error)> Start(
        byte[] input, string folder, IEnumerable<(string Name, string? Value)> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(EasgenCommand).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return (process.ExitCode, output.ToArray(), await error);
    }
}
