namespace EasGen.Api;

/// <summary>A service as EAS has it now.</summary>
public sealed record EasServiceState
{
    /// <summary>Its name.</summary>
    public string? ServiceName { get; init; }

    /// <summary>Its id.</summary>
    public string? ServiceId { get; init; }

    /// <summary>The service JSON that runs, as text; secrets are in it.</summary>
    public string? ServiceConfig { get; init; }

    /// <summary>
    /// Creating, Waiting, Deploying, Starting, Running, Updating, Scaling, Stopping, Stopped, Failed or DeleteFailed; an unknown word
    /// means that something is going on.
    /// </summary>
    public string? Status { get; init; }

    /// <summary>Why it is in that state, in one word.</summary>
    public string? Reason { get; init; }

    /// <summary>What EAS says about it.</summary>
    public string? Message { get; init; }

    /// <summary>How many instances run.</summary>
    public int RunningInstance { get; init; }

    /// <summary>How many instances do not run yet.</summary>
    public int PendingInstance { get; init; }

    /// <summary>How many instances there are to be.</summary>
    public int TotalInstance { get; init; }

    /// <summary>The version that runs.</summary>
    public int CurrentVersion { get; init; }

    /// <summary>The newest version.</summary>
    public int LatestVersion { get; init; }

    /// <summary>Whether an autoscaler sets the number of instances.</summary>
    public bool AutoscalerEnabled { get; init; }

    /// <summary>Whether a timetable sets the number of instances.</summary>
    public bool CronscalerEnabled { get; init; }

    /// <summary>What the service is locked against: <c>dangerous</c> for stopping and deleting; <c>none</c>.</summary>
    public string? SafetyLock { get; init; }

    /// <summary>The share of the traffic of its group.</summary>
    public int? Weight { get; init; }

    /// <summary><c>standalone</c> or <c>grouping</c>.</summary>
    public string? TrafficState { get; init; }

    /// <summary>The address on the Internet; null without one.</summary>
    public string? InternetEndpoint { get; init; }

    /// <summary>The address inside of a VPC.</summary>
    public string? IntranetEndpoint { get; init; }

    /// <summary>The token that callers send: a secret.</summary>
    public string? AccessToken { get; init; }

    /// <summary>True when it runs in its newest version with all of its instances.</summary>
    public bool IsReady => Status == "Running" && RunningInstance == TotalInstance && CurrentVersion == LatestVersion;

    /// <summary>True when it has failed and goes on by itself no more.</summary>
    public bool HasFailed => Status is "Failed" or "DeleteFailed";

    /// <summary>The name and the state: no secret.</summary>
    public override string ToString() => $"{ServiceName} {Status}";
}
