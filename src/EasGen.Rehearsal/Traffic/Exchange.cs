namespace EasGen.Rehearsal.Traffic;

/// <summary>When EAS takes an instance that is to go out of the traffic, which no source says.</summary>
internal enum Withdrawn
{
    /// <summary>As soon as it is to go.</summary>
    AtSigterm,

    /// <summary>When its readiness probe has failed.</summary>
    ByReadiness,
}

internal enum ExchangeOutcome
{
    /// <summary>A success, or any answer where no request was given.</summary>
    Answered,

    /// <summary>The service says that the request is wrong.</summary>
    Rejected,

    /// <summary>A limit of the service: 429 or 450.</summary>
    TurnedAway,

    /// <summary>A failure of the service: 5xx.</summary>
    ServerError,

    /// <summary>No answer within the response timeout.</summary>
    TimedOut,

    /// <summary>No connection to the instance.</summary>
    Refused,

    /// <summary>The connection ended before the answer began.</summary>
    Lost,

    /// <summary>The connection ended within the answer.</summary>
    Cut,

    /// <summary>No instance was ready.</summary>
    NoInstance,
}

/// <summary>A request and what became of it.</summary>
/// <param name="At">When it came, since the rehearsal began.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Instance">Who got it; null for no instance.</param>
/// <param name="WasTerminating">Whether that instance was to go when the request came.</param>
/// <param name="Status">The HTTP status that the caller got, of the router where the instance gave none.</param>
internal sealed record Exchange(
    TimeSpan At, TimeSpan Took, Withdrawn Router, int? Instance, bool WasTerminating, ExchangeOutcome Outcome, int? Status)
{
    /// <summary>True for what a caller cannot put down to its own request or to a limit.</summary>
    public bool IsFailure => Outcome is not (ExchangeOutcome.Answered or ExchangeOutcome.Rejected or ExchangeOutcome.TurnedAway);

    /// <summary>True for what a rollout may not do to a request.</summary>
    public bool IsLost => Outcome is ExchangeOutcome.Refused or ExchangeOutcome.Lost or ExchangeOutcome.Cut or ExchangeOutcome.NoInstance
        or ExchangeOutcome.ServerError;
}
