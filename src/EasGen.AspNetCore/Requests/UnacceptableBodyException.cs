using EasGen.AspNetCore.Http;
using Microsoft.AspNetCore.Http;

namespace EasGen.AspNetCore.Requests;

/// <summary>Ends the reading of a body that no method can be given. Caught where bodies are read; the problem is for the client.</summary>
internal sealed class UnacceptableBodyException(Problem problem) : Exception(problem.Detail)
{
    public UnacceptableBodyException(string detail, string? path = null)
        : this(new Problem(StatusCodes.Status400BadRequest, detail) { JsonPath = path })
    {
    }

    public Problem Problem { get; } = problem;

    public static UnacceptableBodyException TooLarge(long maxBytes, string what = "The body") =>
        new(new Problem(StatusCodes.Status413PayloadTooLarge, $"{what} may have {maxBytes} bytes, but has more."));
}
