namespace EasGen;

/// <summary>
/// The liveness probe of a container: after a failure the container is killed and restarted. On the class, or on the
/// method that is the check. Repeatable: once for each container.
/// </summary>
/// <remarks>JSON: <c>containers[].liveness_check</c>.</remarks>
/// <example>
/// <code>
/// [LivenessProbe(PeriodSeconds = 30)]
/// public bool IsAlive() => !_queue.IsStuck;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class LivenessProbeAttribute() : ProbeAttribute(periodSeconds: 10, failureThreshold: 3);
