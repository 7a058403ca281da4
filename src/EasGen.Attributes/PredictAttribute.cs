namespace EasGen;

/// <summary>A method that answers POST requests at the route. It makes the class <em>served</em> by EasGen.AspNetCore.</summary>
/// <remarks>
/// The method is an instance or static method with one request parameter and optionally a
/// <see cref="CancellationToken"/>. It returns a value, or a <see cref="Task{T}"/> or <c>ValueTask&lt;T&gt;</c> of one.
/// Request and response are JSON. A served class declares its port and, unless <see cref="EasServiceAttribute.Probes"/>
/// is <see langword="false"/>, its three probes.
/// </remarks>
/// <example>
/// <code>
/// [Predict]
/// public IrisSpecies Classify(IrisMeasurement measurement) => _model.Predict(measurement);
///
/// [Predict("/batch")]
/// public Task&lt;IrisSpecies[]&gt; ClassifyAsync(IrisMeasurement[] batch, CancellationToken cancellation) => …
/// </code>
/// </example>
/// <param name="route">The route below the service's address. Default: <c>/</c>.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PredictAttribute(string route = "/") : Attribute
{
    /// <summary>The route below the service's address. Default: <c>/</c>. Not part of the JSON.</summary>
    public string Route { get; } = route;
}
