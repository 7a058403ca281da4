using EasGen.Core.Features;

namespace EasGen.AspNetCore.Shutdown;

/// <summary>How the grace period is spent: first drain, then finish what runs, and be gone before EAS kills the process.</summary>
/// <param name="Drain">How long the service still accepts requests after SIGTERM.</param>
/// <param name="Cut">When the requests that are left are told that it is over: about a second before the server drops them.</param>
/// <param name="Timeout">How long the host may take for everything, the drain included.</param>
/// <param name="End">When the process ends, even if the host has not: a little before EAS ends it.</param>
internal sealed record ShutdownPlan(TimeSpan Drain, TimeSpan Cut, TimeSpan Timeout, TimeSpan End)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static ShutdownPlan For(EasServiceDescription description)
    {
        // Timers end somewhere, and a day is more than any instance takes to stop.
        double grace = Math.Min(description.GracePeriodSeconds, Longest.TotalSeconds);
        var margin = ShutdownMargin.Of(grace);
        var timeout = Math.Max(grace - margin, 0.5);
        var drain = description.DrainSeconds ?? DrainTime.Default(grace);
        return new(
            TimeSpan.FromSeconds(Math.Min(drain, timeout)),
            TimeSpan.FromSeconds(timeout - Math.Min(timeout / 4, 1)),
            TimeSpan.FromSeconds(timeout),
            TimeSpan.FromSeconds(grace - margin / 4));
    }
}
