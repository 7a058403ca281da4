namespace EasGen;

/// <summary>A method that answers POST requests at the route. It makes the class <em>served</em> by EasGen.AspNetCore.</summary>
/// <remarks>
/// The method is an instance or static method with one request parameter and optionally a
/// <see cref="CancellationToken"/>. It returns a value, or a <see cref="Task{T}"/> or <c>ValueTask&lt;T&gt;</c> of one.
/// Request and response are JSON.
/// <para>
/// A method that returns an <c>IAsyncEnumerable&lt;T&gt;</c>, or a task of one, streams: each item is a server-sent event
/// (<c>text/event-stream</c>, <c>data: </c> and the item's JSON) and leaves at once. The token is cancelled, and the enumerator
/// disposed, when the client leaves or the declared timeout, which covers the whole stream, is over. A failure before the first item is answered like any
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
/// public async IAsyncEnumerable&lt;Token&gt; Write(Prompt prompt, [EnumeratorCancellation] CancellationToken cancellation) { … yield return token; }
/// </code>
/// </example>
/// <param name="route">The route below the service's address. Default: <c>/</c>.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PredictAttribute(string route = "/") : Attribute
{
    /// <summary>The route below the service's address. Default: <c>/</c>. Not part of the JSON.</summary>
    public string Route { get; } = route;
}
