using System.Diagnostics;
using System.Globalization;
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
                var times = Enumerable.Range(0, Processes).Select(static _ => InNewProcess()).Order().ToArray();
                var (least, median, most) = (times[0], times[Processes / 2], times[^1]);
                Page.Write("startup", [FormattableString.Invariant(
                    $"{Processes} processes: **{least:F1} ms** at least, {median:F1} ms median, {most:F1} ms at most.")]);
                return true;
            case [Child]:
                Console.WriteLine(Measure().ToString(CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }

    private static double InNewProcess()
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Child) { RedirectStandardOutput = true })!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(line, CultureInfo.InvariantCulture);
    }

    // From the loaded assembly to the last rule, all compiling of its code included, which a compiler process pays too. What
    // every compiler process has loaded before the first generator is there already.
    private static double Measure()
    {
        Workload.Driver(new FloorGenerator()).RunGenerators(Workload.Compilation(1, 9));
        var catalog = typeof(EasServiceGenerator).Assembly.GetType("EasGen.Core.Checking.ServiceRules", throwOnError: true)!;
        var watch = Stopwatch.StartNew();
        RuntimeHelpers.RunClassConstructor(catalog.TypeHandle);
        return watch.Elapsed.TotalMilliseconds;
    }
}
