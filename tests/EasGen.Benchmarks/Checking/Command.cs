using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace EasGen.Benchmarks.Checking;

/// <summary>What a program took from its start to its end.</summary>
/// <param name="Seconds">On the clock.</param>
/// <param name="Processor">Of processor time, in seconds, but for the last <see cref="Look"/> milliseconds.</param>
/// <param name="PeakMB">The most memory that it held, as Linux counts it.</param>
internal sealed record Command(double Seconds, double Processor, double PeakMB)
{
    // Whoever looks more often takes from the cores that are measured.
    private const int Look = 20;

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
        var (peak, processor) = (0.0, TimeSpan.Zero);
        while (!process.WaitForExit(Look))
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            processor = ProcessorTimeOf(process) ?? processor;
        }
        return new(watch.Elapsed.TotalSeconds, processor.TotalSeconds, peak);
    }

    // The system forgets it with the process, so that the last few milliseconds are not in it.
    private static TimeSpan? ProcessorTimeOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (Exception problem) when (problem is InvalidOperationException or Win32Exception)
        {
            // It has just ended.
            return null;
        }
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
