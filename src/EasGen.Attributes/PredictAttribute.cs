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
/// </code>
/// </example>
/// <param name="route">The route below the service's address. Default: <c>/</c>.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PredictAttribute(string route = "/") : Attribute
{
    /// <summary>The route below the service's address. Default: <c>/</c>. Not part of the JSON.</summary>
    public string Route { get; } = route;

    /// <summary>
    /// The calls of this method that run at a time, 1 to 1024 (EAS1035). Default: the number of cores for a synchronous method, and any
    /// number for an asynchronous one. Not part of the JSON: it is a limit of the code, beside those of EAS in
    /// <see cref="RequestHandlingAttribute"/>.
    /// </summary>
    /// <remarks>A method that only waits for another machine takes more than one that computes; on a GPU, 1 is often right.</remarks>
    public int MaxConcurrency { get; set; }

    /// <summary>
    /// The further calls that wait for their turn, 0 to 65536 (EAS1035); beyond them, 429 with <c>Retry-After</c> is answered at once. An
    /// asynchronous method needs <see cref="MaxConcurrency"/> for it (the warning EAS1036). Default: 64, as in the
    /// queue of EAS. Not part of the JSON.
    /// </summary>
    /// <remarks>While a call waits, the time of <see cref="RequestHandlingAttribute.TimeoutSeconds"/> runs.</remarks>
    public int MaxQueue { get; set; } = 64;
}
