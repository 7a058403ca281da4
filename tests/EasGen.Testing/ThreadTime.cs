using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EasGen.Testing;

/// <summary>The time of a processor that work takes: whatever else the machine does, it is the same.</summary>
public static partial class ThreadTime
{
    // CLOCK_THREAD_CPUTIME_ID of <time.h>.
    private const int OfThreadOnLinux = 3;
    private const int OfThreadOnMac = 16;

    /// <summary>The time that this thread spends on it; on Windows the time that passes.</summary>
    public static TimeSpan Of(Action work)
    {
        if (OperatingSystem.IsWindows())
        {
            var clock = Stopwatch.StartNew();
            work();
            return clock.Elapsed;
        }
        var start = Now();
        work();
        return Now() - start;
    }

    private static TimeSpan Now()
    {
        if (GetTime(OperatingSystem.IsMacOS() ? OfThreadOnMac : OfThreadOnLinux, out var time) != 0)
            throw new InvalidOperationException(Marshal.GetLastPInvokeErrorMessage());
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    private static partial int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
