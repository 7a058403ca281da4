using EasGen.AspNetCore.Predict;

namespace EasGen.AspNetCore;

public sealed partial class EasServiceBuilder<TService>
{
    /// <summary>
    /// Declares a predict method: POST at the route. The body is JSON; a method that takes a <c>byte[]</c>, a
    /// <c>ReadOnlyMemory&lt;byte&gt;</c> or a
    /// <see cref="Stream"/> gets it as it is, and one that takes a string takes <c>text/plain</c> too. An answer of bytes or of a stream is
    /// <c>application/octet-stream</c>, an <see cref="Microsoft.AspNetCore.Http.IResult"/> writes itself, and any other is JSON.
    /// What is wrong with a request is answered with 400, 413 or 415 and problem details, one too many with 429;
    /// an exception of the method with 500 and without its text, unless it is a
    /// <see cref="Microsoft.AspNetCore.Http.BadHttpRequestException"/>: its status and message are for the client.
    /// </summary>
    /// <param name="route">The route, starting with a slash; <c>/</c> is what EAS clients call.</param>
    /// <param name="predict">The method. Its token is cancelled when the client leaves and when the request timeout is over.</param>
    /// <param name="options">How many calls it takes, and what API descriptions say.</param>
    /// <typeparam name="TRequest">What the body is read as; a <c>null</c> in its place is answered with 400.</typeparam>
    /// <typeparam name="TResponse">What the method answers.</typeparam>
    /// <exception cref="InvalidOperationException">A predict method is declared at this route already.</exception>
    public void Predict<TRequest, TResponse>(
        string route,
        Func<TService, TRequest, CancellationToken, TResponse> predict,
        PredictOptions? options = null)
        where TRequest : notnull
    {
        ArgumentNullException.ThrowIfNull(predict);
        AddPrediction<TRequest, TResponse>(
            route,
            options,
            isSynchronous: true,
            (service, request, cancellationToken) => new(predict(service, request, cancellationToken)));
    }

    /// <summary>
    /// Declares a predict method that is asynchronous; all else is as with
    /// <see cref="Predict{TRequest, TResponse}(string, Func{TService, TRequest, CancellationToken, TResponse}, PredictOptions)"/>.
    /// </summary>
    /// <inheritdoc cref="Predict{TRequest, TResponse}(string, Func{TService, TRequest, CancellationToken, TResponse}, PredictOptions)"/>
    public void PredictAsync<TRequest, TResponse>(
        string route,
        Func<TService, TRequest, CancellationToken, ValueTask<TResponse>> predict,
        PredictOptions? options = null)
        where TRequest : notnull
    {
        ArgumentNullException.ThrowIfNull(predict);
        AddPrediction(route, options, isSynchronous: false, predict);
    }

    private void AddPrediction<TRequest, TResponse>(
        string route,
        PredictOptions? options,
        bool isSynchronous,
        Func<TService, TRequest, CancellationToken, ValueTask<TResponse>> predict)
        where TRequest : notnull
    {
        GuardRoute(route);
        Predictions.Add(new AnswerDefinition<TService, TRequest, TResponse>(route, options, isSynchronous, predict));
    }

    /// <exception cref="InvalidOperationException">A predict method is declared at this route already.</exception>
    internal void GuardRoute(string route)
    {
        ArgumentNullException.ThrowIfNull(route);
        if (!route.StartsWith('/'))
            throw new ArgumentException($"The predict route '{route}' does not start with a slash.", nameof(route));
        var plain = route.TrimEnd('/');
        if (Predictions.Exists(declared => string.Equals(declared.Route.TrimEnd('/'), plain, StringComparison.OrdinalIgnoreCase)))
            throw new InvalidOperationException($"{typeof(TService).Name} has two predict methods at '{route}'; each needs its own route.");
    }
}
