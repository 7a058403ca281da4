using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Runtime.CompilerServices;
using EasGen.Compiler;

namespace EasGen.Benchmarks;

/// <summary>
/// What it costs a new compiler process to make the tables of feature types, settings and rules. A process can be fresh only once, so
/// each measurement starts another one.
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
                var runs = Enumerable.Range(0, Processes).Select(static _ => InNewProcess()).OrderBy(static run => run.Time).ToArray();
                var (least, median, most) = (runs[0].Time, runs[Processes / 2].Time, runs[^1].Time);
                Page.Write("startup", [FormattableString.Invariant(
                    $"{Processes} processes: **{least:F1} ms** at least, {median:F1} ms median, {most:F1} ms at most. In each, ")
                    + FormattableString.Invariant($"the runtime compiles **{runs[0].Methods} methods** of {runs[0].Code:N0} bytes.")]);
                return true;
            case [Child]:
                var (time, methods, code) = Measure();
                Console.WriteLine(FormattableString.Invariant($"{time} {methods} {code}"));
                return true;
            default:
                return false;
        }
    }

    private static (double Time, int Methods, int Code) InNewProcess()
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Child) { RedirectStandardOutput = true })!;
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
    private static (double Time, long Methods, long Code) Measure()
    {
        Workload.Driver(new FloorGenerator()).RunGenerators(Workload.Compilation(1, 9));
        var catalog = typeof(EasServiceGenerator).Assembly.GetType("EasGen.Core.Checking.ServiceRules", throwOnError: true)!;
        var (methods, code) = (JitInfo.GetCompiledMethodCount(), JitInfo.GetCompiledILBytes());
        var watch = Stopwatch.StartNew();
        RuntimeHelpers.RunClassConstructor(catalog.TypeHandle);
        var time = watch.Elapsed.TotalMilliseconds;
        return (time, JitInfo.GetCompiledMethodCount() - methods, JitInfo.GetCompiledILBytes() - code);
    }
}
