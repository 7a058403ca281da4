namespace EasGen;

/// <summary>
/// The readiness probe of a container: after a failure the instance gets no traffic. On the class, or on the method that
/// is the check. Repeatable: once for each container.
/// </summary>
/// <remarks>
/// JSON: <c>containers[].health_check</c>; one source calls it <c>readiness_check</c>. In a served class, the service is
/// ready when the predictor is loaded, the check succeeds and the service is not draining.
/// </remarks>
/// <example>
/// <code>
/// [ReadinessProbe]
/// public bool IsReady() => _model is not null;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class ReadinessProbeAttribute() : ProbeAttribute(periodSeconds: 3, failureThreshold: 3);
