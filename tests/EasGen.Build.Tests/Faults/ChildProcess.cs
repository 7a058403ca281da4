using System.Diagnostics;

namespace EasGen.Build.Tests.Faults;

/// <summary>The task in a process of its own.</summary>
internal static class ChildProcess
{
    public static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(
        "dotnet",
        [typeof(ChildProcess).Assembly.Location, .. arguments])
    {
        RedirectStandardOutput = true,
        // The runtime maps more than a limited file may have.
        Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
    })!;

    /// <summary>Runs it to its end, and gives what it printed.</summary>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        using var child = Start(arguments);
        var output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        Assert.Equal(0, child.ExitCode);
        return output.Trim();
    }
}
