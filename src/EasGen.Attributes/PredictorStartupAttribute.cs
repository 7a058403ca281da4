namespace EasGen;

/// <summary>
/// A method that loads the model before the first request; it runs once in the background while the startup probe is red.
/// </summary>
/// <remarks>
/// The method is an instance or static method without parameters or with one <see cref="CancellationToken"/>, and
/// returns nothing, a <see cref="Task"/> or a <c>ValueTask</c>. Not part of the JSON.
/// </remarks>
/// <example>
/// <code>
/// [PredictorStartup]
/// public async Task LoadAsync(CancellationToken cancellation) => _model = await Model.LoadAsync("/models/iris.zip", cancellation);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PredictorStartupAttribute : Attribute
{
    /// <summary>
    /// Whether the process ends with exit code 1 when the predictor cannot be constructed or loaded, instead of staying until the startup
    /// probe has failed often enough. Default: <see langword="false"/>. Not part of the JSON.
    /// </summary>
    public bool ExitOnFailure { get; set; }
}
