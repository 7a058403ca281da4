namespace EasGen;

/// <summary>
/// The startup probe of a container: the other probes wait until it succeeds. On the class, or on the method that is the
/// check. Repeatable: once for each container.
/// </summary>
/// <remarks>
/// JSON: <c>containers[].startup_check</c>. The program may take about <c>InitialDelaySeconds + PeriodSeconds ×
/// FailureThreshold</c> seconds to start, 300 with EasGen's defaults. In a served class, startup has succeeded when the
/// predictor is constructed and loaded (<see cref="PredictorStartupAttribute"/>).
/// </remarks>
/// <example>
/// <code>
/// [StartupProbe(FailureThreshold = 60)]   // ten minutes to load the model
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class StartupProbeAttribute() : ProbeAttribute(periodSeconds: 10, failureThreshold: 30);
