using EasGen.AspNetCore.Batches;

namespace EasGen.AspNetCore;

public sealed partial class EasServiceBuilder<TService>
{
    /// <summary>
    /// Declares a predict method that takes many requests at once: POST at the route, one request and one answer for each caller. Requests
    /// are gathered while others run and for as long as the options say; a caller that leaves before is taken out. All else is as with
    /// <see cref="Predict{TRequest, TResponse}(string, Func{TService, TRequest, CancellationToken, TResponse}, PredictOptions)"/>, but
    /// that an exception of the method is a failure of all its requests, answered with 500 whatever it is.
    /// </summary>
    /// <param name="route">The route, starting with a slash.</param>
    /// <param name="predict">
    /// The method. It returns one answer for each request, in their order. Its token is cancelled when all callers of the batch have left,
    /// or the time of the last one is over. It runs in no caller's context.
    /// </param>
    /// <param name="options">How requests are gathered, how many batches run at a time, and what API descriptions say.</param>
    /// <typeparam name="TRequest">What the body of one request is read as; a <c>null</c> in its place is answered with 400.</typeparam>
    /// <typeparam name="TResponse">What one caller gets.</typeparam>
    /// <exception cref="InvalidOperationException">A predict method is declared at this route already.</exception>
    /// <exception cref="ArgumentException">A batch is larger than the queue, so that it never fills.</exception>
    public void PredictBatch<TRequest, TResponse>(
        string route,
        Func<TService, TRequest[], CancellationToken, IReadOnlyList<TResponse>> predict,
        BatchOptions options)
        where TRequest : notnull
    {
        ArgumentNullException.ThrowIfNull(predict);
        AddBatch<TRequest, TResponse, TResponse>(route, Completed(predict), static answer => new(answer), options, isSynchronous: true);
    }

    /// <summary>Declares a predict method that takes many requests at once and may refuse single ones.</summary>
    /// <inheritdoc cref="PredictBatch{TRequest, TResponse}(
    ///     string, Func{TService, TRequest[], CancellationToken, IReadOnlyList{TResponse}}, BatchOptions)"/>
    public void PredictBatch<TRequest, TResponse>(
        string route,
        Func<TService, TRequest[], CancellationToken, IReadOnlyList<BatchItemResult<TResponse>>> predict,
        BatchOptions options)
        where TRequest : notnull
    {
        ArgumentNullException.ThrowIfNull(predict);
        AddBatch<TRequest, BatchItemResult<TResponse>, TResponse>(
            route, Completed(predict), static result => result, options, isSynchronous: true);
    }

    /// <summary>Declares a predict method that takes many requests at once and is asynchronous.</summary>
    /// <inheritdoc cref="PredictBatch{TRequest, TResponse}(
    ///     string, Func{TService, TRequest[], CancellationToken, IReadOnlyList{TResponse}}, BatchOptions)"/>
    public void PredictBatchAsync<TRequest, TResponse>(
        string route,
        Func<TService, TRequest[], CancellationToken, ValueTask<IReadOnlyList<TResponse>>> predict,
        BatchOptions options)
        where TRequest : notnull
    {
        ArgumentNullException.ThrowIfNull(predict);
        AddBatch<TRequest, TResponse, TResponse>(route, predict, static answer => new(answer), options, isSynchronous: false);
    }

    /// <summary>Declares a predict method that takes many requests at once, may refuse single ones, and is asynchronous.</summary>
    /// <inheritdoc cref="PredictBatch{TRequest, TResponse}(
    ///     string, Func{TService, TRequest[], CancellationToken, IReadOnlyList{TResponse}}, BatchOptions)"/>
    public void PredictBatchAsync<TRequest, TResponse>(
        string route,
        Func<TService, TRequest[], CancellationToken, ValueTask<IReadOnlyList<BatchItemResult<TResponse>>>> predict,
        BatchOptions options)
        where TRequest : notnull
    {
        ArgumentNullException.ThrowIfNull(predict);
        AddBatch<TRequest, BatchItemResult<TResponse>, TResponse>(
            route, predict, static result => result, options, isSynchronous: false);
    }

    // An item is what the method returns for one request: an answer, or the result of an item.
    private void AddBatch<TRequest, TItem, TResponse>(
        string route,
        Func<TService, TRequest[], CancellationToken, ValueTask<IReadOnlyList<TItem>>> predict,
        Func<TItem, BatchItemResult<TResponse>> resultOf,
        BatchOptions options,
        bool isSynchronous)
        where TRequest : notnull
    {
        ArgumentNullException.ThrowIfNull(options);
        GuardRoute(route);
        Predictions.Add(new BatchDefinition<TService, TRequest, TItem, TResponse>(
            route, options, isSynchronous, predict, resultOf));
    }

    private static Func<TService, TRequest[], CancellationToken, ValueTask<IReadOnlyList<TItem>>> Completed<TRequest, TItem>(
        Func<TService, TRequest[], CancellationToken, IReadOnlyList<TItem>> predict) =>
        (service, batch, cancellationToken) => new(predict(service, batch, cancellationToken));
}
