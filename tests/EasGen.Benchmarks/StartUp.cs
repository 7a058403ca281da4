using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Text.Json;

namespace EasGen.Benchmarks;

/// <summary>
/// What it costs a new compiler process to make the tables of feature types, settings and rules: with the compiler part as the package
/// has it for this machine, and with its IL alone. A process can be fresh only once, so each measurement starts another one.
/// </summary>
internal static class StartUp
{
    public const string Argument = "startup";
    private const string Child = "startup-child";
    private const int Processes = 21;

    /// <summary>True when the arguments asked for this.</summary>
    public static bool Run(string[] args)
    {
        switch (args)
        {
            case [Argument]:
                Page.Write("startup",
                [
                    "| | least | median | most | methods that the runtime compiles |",
                    "|---|---|---|---|---|",
                    Row("compiled for the machine", ReadyToRun()),
                    Row("IL alone", Path.Combine(AppContext.BaseDirectory, "EasGen.Compiler.dll")),
                ]);
                return true;
            case [Child, var file]:
                var (time, methods, code) = Measure(file);
                Console.WriteLine(FormattableString.Invariant($"{time} {methods} {code}"));
                return true;
            default:
                return false;
        }
    }

    private static string Row(string what, string file)
    {
        var runs = Enumerable.Range(0, Processes).Select(_ => InNewProcess(file)).OrderBy(static run => run.Time).ToArray();
        return FormattableString.Invariant($"| {what} | **{runs[0].Time:F1} ms** | {runs[Processes / 2].Time:F1} ms ")
            + FormattableString.Invariant($"| {runs[^1].Time:F1} ms | **{runs[0].Methods}** of {runs[0].Code:N0} bytes |");
    }

    // As the package has it.
    private static string ReadyToRun()
    {
        var project = Page.At("../../src/EasGen.Compiler");
        using var build = Process.Start(new ProcessStartInfo(
            "dotnet", ["msbuild", project, "-t:CompileReadyToRun", "-p:Configuration=Release", "-getTargetResult:CompileReadyToRun"])
        {
            RedirectStandardOutput = true,
        })!;
        var answer = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0)
            throw new InvalidOperationException("What compiles the part for this machine is missing; run: dotnet restore src/EasGen");
        using var result = JsonDocument.Parse(answer);
        return result.RootElement.GetProperty("TargetResults").GetProperty("CompileReadyToRun").GetProperty("Items").EnumerateArray()
            .Single(static file => file.GetProperty("RuntimeIdentifier").GetString() == RuntimeInformation.RuntimeIdentifier)
            .GetProperty("FullPath").GetString()!;
    }

    private static (double Time, int Methods, int Code) InNewProcess(string file)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Child, file]) { RedirectStandardOutput = true })!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var figures = line.Split(' ');
        return (
            double.Parse(figures[0], CultureInfo.InvariantCulture),
            int.Parse(figures[1], CultureInfo.InvariantCulture),
            int.Parse(figures[2], CultureInfo.InvariantCulture));
    }

    // From the loaded assembly to the last rule, all compiling of its code included, which a compiler process pays too. What
    // every compiler process has loaded before the first generator is there already. How much is compiled repeats; how long it
    // takes does not.
    private static (double Time, long Methods, long Code) Measure(string file)
    {
        Workload.Driver(new FloorGenerator()).RunGenerators(Workload.Compilation(1, 9));
        var part = new AssemblyLoadContext("compiler").LoadFromAssemblyPath(file);
        var catalog = part.GetType("EasGen.Core.Checking.ServiceRules", throwOnError: true)!;
        var (methods, code) = (JitInfo.GetCompiledMethodCount(), JitInfo.GetCompiledILBytes());
        var watch = Stopwatch.StartNew();
        RuntimeHelpers.RunClassConstructor(catalog.TypeHandle);
        var time = watch.Elapsed.TotalMilliseconds;
        return (time, JitInfo.GetCompiledMethodCount() - methods, JitInfo.GetCompiledILBytes() - code);
    }
}
