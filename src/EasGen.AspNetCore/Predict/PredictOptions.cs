using EasGen.Core.Features;

namespace EasGen.AspNetCore;

/// <summary>What a predict method says beside its types: how many calls it takes, and what API descriptions tell about it.</summary>
public record PredictOptions
{
    internal static PredictOptions Default { get; } = new();

    /// <summary>
    /// How many calls of the method run at a time, 1 or more. <see langword="null"/>, the default: as many as the process has cores if the
    /// method is synchronous, and any number if it is asynchronous.
    /// </summary>
    public int? MaxConcurrency
    {
        get;
        init => field = value is null or >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxConcurrency must be 1 or more.");
    }

    /// <summary>
    /// How many further calls wait until others are done, 0 or more; 64 by default. What comes beyond them is answered with 429 and
    /// <c>Retry-After</c> at once. Without a limit of <see cref="MaxConcurrency"/> no call waits.
    /// </summary>
    public int MaxQueue
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxQueue must be 0 or more.");
    } = ServiceDefaults.MaxQueue;

    /// <summary>
    /// The name of the endpoint, and its <c>operationId</c> in API descriptions. <see langword="null"/>, the default:
    /// none.
    /// </summary>
    public string? OperationId { get; init; }

    /// <summary>What the method does, in a line, for API descriptions. <see langword="null"/>, the default: nothing is said.</summary>
    public string? Summary { get; init; }

    /// <summary>
    /// What else is to be known about the method, for API descriptions. <see langword="null"/>, the default: nothing is
    /// said.
    /// </summary>
    public string? Description { get; init; }
}
