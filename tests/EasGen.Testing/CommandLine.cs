using System.Diagnostics;
using System.Text;
using Xunit;

namespace EasGen.Testing;

/// <summary>What a program said and how it ended.</summary>
/// <param name="Command">The program and its arguments.</param>
/// <param name="ExitCode">0 is success.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
public sealed record CommandResult(string Command, int ExitCode, string Output, string Error)
{
    /// <summary>Fails, with all that was said, unless the exit code is this one.</summary>
    public CommandResult ShouldExitWith(int exitCode)
    {
        if (ExitCode != exitCode)
            Assert.Fail($"Exit code {ExitCode}, not {exitCode}: {Command}\n{Output}\n{Error}");

        return this;
    }

    /// <summary>Fails, with all that was said, unless the exit code is 0.</summary>
    public CommandResult ShouldSucceed() => ShouldExitWith(0);
}

/// <summary>Runs a program to its end, or to the end of our patience.</summary>
public static class CommandLine
{
    /// <summary>Long enough for a cold restore, build and publish on a slow machine.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(5);

    /// <summary>Runs a program with its standard input closed.</summary>
    /// <param name="program">A name on the PATH, or a path.</param>
    /// <param name="arguments">One string each; nothing needs quotes.</param>
    /// <param name="directory">The working directory.</param>
    /// <param name="environment">Variables to set, or with null to take away.</param>
    /// <param name="timeout">After it the program is killed with all that it has started.</param>
    /// <param name="stop">Kills the program with all that it has started.</param>
    /// <exception cref="TimeoutException">The program was killed; the message has its output so far.</exception>
    /// <exception cref="OperationCanceledException">The program was killed because somebody asked for it.</exception>
    public static async Task<CommandResult> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string directory,
        IEnumerable<KeyValuePair<string, string?>>? environment = null,
        TimeSpan? timeout = null,
        CancellationToken stop = default)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;

        var command = string.Join(' ', start.ArgumentList.Prepend(program));
        var (output, error) = (new StringBuilder(), new StringBuilder());

        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(error, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(timeout ?? DefaultTimeout);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(5));
            stop.ThrowIfCancellationRequested();
            throw new TimeoutException($"Killed after {timeout ?? DefaultTimeout}: {command}\n{Read(output)}\n{Read(error)}");
        }

        return new CommandResult(command, process.ExitCode, Read(output), Read(error));
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
            text.Append(line).Append(line is null ? "" : "\n");
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }
}
