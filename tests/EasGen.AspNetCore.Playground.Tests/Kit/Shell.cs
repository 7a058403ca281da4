using System.Diagnostics;

namespace EasGen.AspNetCore.Playground.Tests.Kit;

internal static class Shell
{
    /// <summary>What a script prints in a POSIX shell.</summary>
    public static async Task<string> Run(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { RedirectStandardOutput = true })!;
        var printed = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return printed;
    }
}
