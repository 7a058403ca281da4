using System.Diagnostics;
using System.Globalization;

namespace EasGen.Cli.Tests.Kit;

/// <summary>The tool in a process of its own, which can be watched and interrupted while it runs.</summary>
internal sealed class RunningTool : IDisposable
{
    private readonly Process process;
    private readonly Task<string> error;
    private readonly CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));

    public RunningTool(params string[] arguments)
    {
        process = Process.Start(new ProcessStartInfo("dotnet", [typeof(EasgenCommand).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        error = process.StandardError.ReadToEndAsync();
        patience.Token.Register(() => process.Kill(entireProcessTree: true));
    }

    /// <summary>The next line of its output, as soon as it is written; null at the end.</summary>
    public Task<string?> ReadLineAsync() => process.StandardOutput.ReadLineAsync();

    /// <summary>Waits for a line of its output with this text in it, or for the end.</summary>
    public async Task ReadUntilAsync(string text)
    {
        while (await ReadLineAsync() is { } line && !line.Contains(text, StringComparison.Ordinal))
        {
        }
    }

    /// <summary>Sends what Ctrl+C sends, of which there is none on Windows.</summary>
    public async Task InterruptAsync()
    {
        using var signal = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync();
    }

    /// <summary>How it ended, with what it has written since the last line that was read.</summary>
    public async Task<Answer> EndAsync()
    {
        var rest = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, rest, await error);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
        patience.Dispose();
    }
}
