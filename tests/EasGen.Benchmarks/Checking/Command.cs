using System.Diagnostics;
using System.Globalization;

namespace EasGen.Benchmarks.Checking;

/// <summary>What a program took from its start to its end.</summary>
/// <param name="Seconds">On the clock.</param>
/// <param name="Processor">Of processor time, in seconds.</param>
/// <param name="PeakMB">The most memory that it held, as Linux counts it.</param>
internal sealed record Command(double Seconds, double Processor, double PeakMB)
{
    public static Command Run(string program, params IEnumerable<string> arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        // What is said has to be taken, or the program would wait; nobody reads it.
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var peak = 0.0;
        while (!process.WaitForExit(5))
            peak = Math.Max(peak, PeakOf(process.Id));
        return new(watch.Elapsed.TotalSeconds, process.TotalProcessorTime.TotalSeconds, peak);
    }

    private static double PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null
                ? 0
                : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }
}
