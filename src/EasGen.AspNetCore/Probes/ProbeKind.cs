namespace EasGen.AspNetCore;

/// <summary>The three questions that EAS asks an instance over HTTP.</summary>
internal enum ProbeKind
{
    /// <summary>Has the instance started?</summary>
    Startup,

    /// <summary>May the instance have traffic?</summary>
    Readiness,

    /// <summary>Is the instance worth keeping?</summary>
    Liveness,
}
