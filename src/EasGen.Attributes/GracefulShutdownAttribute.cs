namespace EasGen;

/// <summary>How long an instance may take to finish its requests when it is updated, scaled in or stopped.</summary>
/// <example>
/// <code>
/// [GracefulShutdown(45, SendSigterm = true, DrainSeconds = 10)]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GracefulShutdownAttribute : Attribute
{
    /// <summary>Leaves the grace period to EAS.</summary>
    public GracefulShutdownAttribute()
    {
    }

    /// <summary>Sets the grace period.</summary>
    /// <param name="seconds">The grace period in seconds.</param>
    public GracefulShutdownAttribute(int seconds) => Seconds = seconds;

    /// <summary>
    /// The grace period in seconds, 1 or more (EAS0601), after which EAS removes the instance. JSON:
    /// <c>metadata."eas.termination_grace_period"</c>. Source: P, SEED.
    /// </summary>
    /// <remarks>
    /// EAS assumes 30 where nobody says it. Less than 30 or more than 600 is the warning EAS0602: one cuts requests off, the
    /// other slows updates.
    /// </remarks>
    public int Seconds { get; }

    /// <summary>
    /// Whether EAS sends SIGTERM to the main process as soon as the instance starts to stop. Default:
    /// <see langword="false"/>, which EasGen writes beside a grace period, because sources disagree about what EAS
    /// assumes. JSON: <c>metadata.rpc.enable_sigterm</c>. Source: P, SEED.
    /// </summary>
    public bool SendSigterm { get; set; }

    /// <summary>
    /// Seconds, 0 or more (EAS0601), for which a service that got SIGTERM keeps serving before it stops. Unset: it stops
    /// at once. Not a key of the JSON.
    /// </summary>
    /// <remarks>
    /// EasGen.AspNetCore reads it. It must be less than the grace period minus 2 seconds (EAS0603). Without
    /// <see cref="SendSigterm"/> the service never drains (the warning EAS0604).
    /// </remarks>
    public int DrainSeconds { get; set; }
}
