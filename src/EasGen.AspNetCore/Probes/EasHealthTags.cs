namespace EasGen.AspNetCore;

/// <summary>
/// The tags with which ordinary ASP.NET Core health checks join a probe: <c>AddHealthChecks().AddCheck(..., tags:
/// [EasHealthTags.Readiness])</c>.
/// </summary>
public static class EasHealthTags
{
    /// <summary>The check takes part in the startup probe.</summary>
    public const string Startup = "eas-startup";

    /// <summary>The check takes part in the readiness probe.</summary>
    public const string Readiness = "eas-ready";

    /// <summary>The check takes part in the liveness probe.</summary>
    public const string Liveness = "eas-live";

    internal static string Of(ProbeKind probe) => probe switch
    {
        ProbeKind.Startup => Startup,
        ProbeKind.Readiness => Readiness,
        _ => Liveness,
    };
}
