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
    /// The grace period in seconds, 1 or more (EAS0601), after which EAS removes the instance. Default of EAS: 30.
    /// JSON: <c>metadata."eas.termination_grace_period"</c>. Source: P, SEED.
    /// </summary>
    /// <remarks>
    /// Less than 30 or more than 600 is the warning EAS0602: one cuts requests off, the
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
    /// Seconds, 0 or more (EAS0601), for which a service that got SIGTERM keeps serving before it stops. Default: a third of
    /// the grace period, but 10 at most; 0 stops at once. Not a key of the JSON.
    /// </summary>
    /// <remarks>
    /// <para>
    /// EasGen.AspNetCore does it: from SIGTERM on the readiness probe answers 503, and every answer asks the client to close
    /// its connection, while requests are still accepted. After the drain time the server stops accepting, and finishes the
    /// requests that run. Any other end, such as Ctrl+C, does not drain.
    /// </para>
    /// <para>
    /// It must leave the end of the grace period free: a tenth of it, but half a second at least and 5 seconds at most
    /// (EAS0603). Without <see cref="SendSigterm"/> the service never drains (the warning EAS0604).
    /// </para>
    /// </remarks>
    public int DrainSeconds { get; set; }
}
