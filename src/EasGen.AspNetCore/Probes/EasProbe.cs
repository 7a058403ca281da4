namespace EasGen.AspNetCore;

/// <summary>The three questions that EAS asks an instance over HTTP.</summary>
public enum EasProbe
{
    /// <summary>
    /// Has the instance started (<c>startup_check</c>)? Green once the predictor is constructed and loaded. Until then EAS
    /// asks nothing else.
    /// </summary>
    Startup,

    /// <summary>
    /// May the instance have traffic (<c>health_check</c>)? Green if it is loaded, its own check agrees and it is not
    /// draining.
    /// </summary>
    Readiness,

    /// <summary>Is the instance worth keeping (<c>liveness_check</c>)? Green unless its own check objects; red means a restart.</summary>
    Liveness,
}
