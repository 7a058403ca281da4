namespace EasGen;

/// <summary>
/// Why a batch method does not answer one request: the caller of this request gets it as problem details, the others do not.
/// </summary>
/// <param name="Detail">What is wrong with the request, for its caller; the <c>detail</c> of the problem.</param>
public sealed record BatchItemFailure(string Detail)
{
    /// <summary>The status of the response, 400 to 499; 400 by default. A failure of the service itself is an exception.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The status is not one that blames the request.</exception>
    public int Status
    {
        get;
        init => field = value is >= 400 and < 500
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The status of a failed item must be 400 to 499.");
    } = 400;
}
