namespace EasGen.Core.Features;

/// <summary>
/// The end of a grace period that the host must not use: the process needs a moment to dispose, to flush its logs and to
/// exit. One truth for the rule that checks a drain time and for the runtime that keeps it, which compiles this file in.
/// </summary>
internal static class ShutdownMargin
{
    /// <summary>Seconds: a tenth of the grace period, but half a second at least and 5 seconds at most.</summary>
    public static double Of(double gracePeriodSeconds) => Math.Min(Math.Max(gracePeriodSeconds / 10, 0.5), 5);
}
