using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace EasGen.Benchmarks;

/// <summary>The page of all figures, of which each command writes its part: with the machine, the date, the commit and the load.</summary>
internal static class Page
{
    private static string Folder { get; } = Here();

    /// <summary>The file at a path from the folder of the page.</summary>
    public static string At(string path) => Path.GetFullPath(Path.Combine(Folder, path));

    public static void Write(string part, IEnumerable<string> lines)
    {
        var readme = At("README.md");
        var text = string.Join("\n", [.. lines, "", Measured()]);
        File.WriteAllText(readme, Regex.Replace(
            File.ReadAllText(readme),
            $"(?s)(<!-- {part} -->\n).*?(<!-- end -->)",
            match => $"{match.Groups[1]}{text}\n{match.Groups[2]}"));
        Console.WriteLine(text);
    }

    private static string Measured() => FormattableString.Invariant(
        $"Measured on {Environment.ProcessorCount} cores ({Processor()}) with {RuntimeInformation.FrameworkDescription}, ")
        + FormattableString.Invariant($"on {DateTime.UtcNow:yyyy-MM-dd} {Commit()}, beside a load of {Load()}.");

    // Where Linux tells it; elsewhere what is known everywhere.
    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal))
            ?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString()
        : RuntimeInformation.ProcessArchitecture.ToString();

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    // What is measured before it is committed names the commit before it. The run itself writes this page, which is no code.
    private static string Commit()
    {
        var changes = Git("status", "--porcelain", "--", At("../../src"), At("*.cs"));
        return $"{(changes.Length == 0 ? "at" : "on top of")} {Git("rev-parse", "--short", "HEAD")}";
    }

    private static string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Folder, .. arguments]) { RedirectStandardOutput = true })!;
        var answer = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return answer;
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
