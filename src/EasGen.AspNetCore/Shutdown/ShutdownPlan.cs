using EasGen.Core.Rooms;

namespace EasGen.AspNetCore.Shutdown;

/// <summary>How the grace period is spent: first drain, then finish what runs, and be gone before EAS kills the process.</summary>
/// <param name="Drain">How long the service still accepts requests after SIGTERM.</param>
/// <param name="Timeout">How long the host may take for everything, the drain included.</param>
internal sealed record ShutdownPlan(TimeSpan Drain, TimeSpan Timeout)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static ShutdownPlan For(EasServiceDescription description)
    {
        // Timers end somewhere; nobody waits a day for an instance to stop.
        double grace = Math.Min(description.GracePeriodSeconds, Longest.TotalSeconds);
        var timeout = Math.Max(grace - ShutdownMargin.Of(grace), 0.5);
        var drain = description.DrainSeconds ?? Math.Min(grace / 3, 10);
        return new(TimeSpan.FromSeconds(Math.Min(drain, timeout)), TimeSpan.FromSeconds(timeout));
    }
}
