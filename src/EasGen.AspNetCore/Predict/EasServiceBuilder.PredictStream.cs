using EasGen.AspNetCore.Predict;

namespace EasGen.AspNetCore;

public sealed partial class EasServiceBuilder<TService>
{
    /// <summary>
    /// Declares a predict method that streams: POST at the route, answered with server-sent events
    /// (<c>text/event-stream</c>), one for each item, sent at once. What goes wrong before the first item is answered
    /// as by
    /// <see cref="Predict{TRequest, TResponse}(string, Func{TService, TRequest, CancellationToken, TResponse}, PredictOptions)"/>;
    /// after it, the problem details are the data of a last event with the name <c>error</c>.
    /// </summary>
    /// <param name="route">The route, starting with a slash.</param>
    /// <param name="predict">
    /// The method. Its token, with which the items are enumerated too, is cancelled when the client leaves and when the
    /// request timeout is over.
    /// </param>
    /// <param name="options">How many calls it takes, and what API descriptions say.</param>
    /// <typeparam name="TRequest">What the body is read as; a <c>null</c> in its place is answered with 400.</typeparam>
    /// <typeparam name="TItem">What each event holds, as JSON.</typeparam>
    /// <exception cref="InvalidOperationException">A predict method is declared at this route already.</exception>
    public void PredictStream<TRequest, TItem>(
        string route,
        Func<TService, TRequest, CancellationToken, ValueTask<IAsyncEnumerable<TItem>>> predict,
        PredictOptions? options = null)
        where TRequest : notnull
    {
        ArgumentNullException.ThrowIfNull(predict);
        GuardRoute(route);
        Predictions.Add(new StreamDefinition<TService, TRequest, TItem>(route, options, predict));
    }
}
