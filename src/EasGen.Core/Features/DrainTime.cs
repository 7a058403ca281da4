namespace EasGen.Core.Features;

/// <summary>
/// How long a served program goes on serving after SIGTERM when nothing else is said. One truth for the probes, whose numbers
/// have to fit into it, and for the runtime that keeps it, which compiles this file in.
/// </summary>
internal static class DrainTime
{
    /// <summary>Seconds: a third of the grace period, but 10 at most.</summary>
    public static double Default(double gracePeriodSeconds) => Math.Min(gracePeriodSeconds / 3, 10);
}
