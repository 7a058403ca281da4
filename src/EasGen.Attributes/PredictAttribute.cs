namespace EasGen;

/// <summary>A method that answers POST requests at the route. It makes the class <em>served</em> by EasGen.AspNetCore.</summary>
/// <remarks>
/// The method is an instance or static method with one request parameter and optionally a
/// <see cref="CancellationToken"/>. It returns a value, or a <see cref="Task{T}"/> or <c>ValueTask&lt;T&gt;</c> of one.
/// Request and response are JSON. A request of <c>byte[]</c>, <c>ReadOnlyMemory&lt;byte&gt;</c> or <c>Stream</c> is the body as it is, and
/// one of <see cref="string"/> may be sent as <c>text/plain</c> too; an answer of <c>byte[]</c>, <c>ReadOnlyMemory&lt;byte&gt;</c> or
/// <c>Stream</c> is <c>application/octet-stream</c>, and an <c>IResult</c> writes itself. A body with
/// <c>Content-Encoding: gzip</c> is unpacked.
/// <para>
/// A synchronous method runs on a thread that it may hold for as long as it wants; an asynchronous one must not block, or else sets
/// <see cref="MaxConcurrency"/>. Its documentation comment is the summary of its endpoint in API descriptions, its name the operation id.
/// </para>
/// <para>
/// A method that returns an <c>IAsyncEnumerable&lt;T&gt;</c>, or a task of one, streams: each item is a server-sent event
/// (<c>text/event-stream</c>, <c>data: </c> and the item's JSON) and leaves at once. The token is cancelled, and the enumerator
/// disposed, when the client leaves or the declared timeout, which covers the whole stream, is over. A failure before the
/// first item is answered like any
/// other; after it, the stream ends with an event named <c>error</c>, whose data is problem details.
/// </para>
/// <para>
/// A method with a <see cref="MaxBatchSize"/> is a batch method: it takes a list of requests (<c>IReadOnlyList&lt;T&gt;</c> or an array)
/// and returns a list of answers, one for each request and in their order, or a task of it. Each caller sends one request and gets one
/// answer; API descriptions show those. A list of <c>BatchItemResult&lt;T&gt;</c> can refuse single requests. The token is cancelled when
/// all callers of the batch have left.
/// </para>
/// A served class declares its port and, unless <see cref="EasServiceAttribute.Probes"/>
/// is <see langword="false"/>, its three probes.
/// </remarks>
/// <example>
/// <code>
/// [Predict]
/// public IrisSpecies Classify(IrisMeasurement measurement) => _model.Predict(measurement);
///
/// [Predict("/batch")]
/// public Task&lt;IrisSpecies[]&gt; ClassifyAsync(IrisMeasurement[] batch, CancellationToken cancellation) => …
///
/// [Predict("/stream")]
/// public async IAsyncEnumerable&lt;Token&gt; Write(
///     Prompt prompt, [EnumeratorCancellation] CancellationToken cancellation) { … yield return token; }
///
/// [Predict("/label", MaxBatchSize = 16, MaxBatchDelayMilliseconds = 5)]
/// public IReadOnlyList&lt;Label&gt; Label(IReadOnlyList&lt;Image&gt; batch) => …
/// </code>
/// </example>
/// <param name="route">The route below the service's address. Default: <c>/</c>.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PredictAttribute(string route = "/") : Attribute
{
    /// <summary>The route below the service's address. Default: <c>/</c>. Not part of the JSON.</summary>
    public string Route { get; } = route;

    /// <summary>
    /// The calls of this method that run at a time, 1 to 1024 (EAS1035). Default: the number of cores for a synchronous method, any
    /// number for an asynchronous one, and 1 for a batch method, of which it is the number of batches. Not part of the JSON:
    /// it is a limit of the code, beside those of EAS in <see cref="RequestHandlingAttribute"/>.
    /// </summary>
    /// <remarks>A method that only waits for another machine takes more than one that computes; on a GPU, 1 is often right.</remarks>
    public int MaxConcurrency { get; set; }

    /// <summary>
    /// The further calls that wait for their turn, 0 to 65536 (EAS1035); beyond them, 429 with <c>Retry-After</c> is answered at once. An
    /// asynchronous method needs <see cref="MaxConcurrency"/> for it (the warning EAS1036). Of a batch method, these are the requests that
    /// wait for a batch, at least <see cref="MaxBatchSize"/> (EAS1038). Default: 64, as in the queue of EAS. Not part of the JSON.
    /// </summary>
    /// <remarks>While a call waits, the time of <see cref="RequestHandlingAttribute.TimeoutSeconds"/> runs.</remarks>
    public int MaxQueue { get; set; } = 64;

    /// <summary>
    /// The most requests that the method is given at once, 2 to 4096 (EAS1035). It makes the method a batch method, which takes a list and
    /// returns a list (EAS1037). Unset: each request is a call. Not part of the JSON: that of EAS, which is for built-in processors, is in
    /// <see cref="RequestHandlingAttribute"/>.
    /// </summary>
    /// <remarks>What waits while a batch runs is the next batch, so that a busy service has large ones without any delay.</remarks>
    public int MaxBatchSize { get; set; }

    /// <summary>
    /// The longest time in milliseconds for which a request waits for others while it could run, 0 to 10000 (EAS1035) and less than
    /// <see cref="RequestHandlingAttribute.TimeoutSeconds"/> (EAS1039). It needs <see cref="MaxBatchSize"/> (the warning EAS1040).
    /// Default: 0. Not part of the JSON.
    /// </summary>
    /// <remarks>
    /// None waits any longer once as many are there as were before, so that one caller who asks again and again does not wait. Who has not
    /// come back within this time is not waited for any more.
    /// </remarks>
    public int MaxBatchDelayMilliseconds { get; set; }
}
