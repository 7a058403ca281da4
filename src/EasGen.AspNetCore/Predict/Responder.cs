using Microsoft.AspNetCore.Http;

namespace EasGen.AspNetCore.Predict;

/// <summary>
/// Has the predictor answer one request, and writes the answer. The call ends when the method does. False for a request that is refused,
/// because enough others wait.
/// </summary>
internal delegate Task<bool> Respond<TService, TRequest>(
    HttpContext context,
    TService service,
    TRequest request,
    CancellationToken cancellationToken);

/// <summary>How a predict method answers.</summary>
/// <param name="Produces">What API descriptions say about the answer.</param>
/// <param name="Respond">Answers one request.</param>
internal sealed record Responder<TService, TRequest>(ProducesResponseTypeMetadata Produces, Respond<TService, TRequest> Respond);
