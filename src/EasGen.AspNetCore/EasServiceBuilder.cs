using EasGen.AspNetCore.Predict;

namespace EasGen.AspNetCore;

/// <summary>
/// Takes what <see cref="IEasService{TSelf}.Configure"/> declares: the numbers of the service, how the predictor loads, which probes it
/// answers and what it predicts.
/// </summary>
/// <typeparam name="TService">The annotated class.</typeparam>
public sealed partial class EasServiceBuilder<TService>
    where TService : class
{
    internal EasServiceBuilder()
    {
    }

    internal EasServiceDescription? Description { get; private set; }

    internal Func<TService, CancellationToken, ValueTask>? Load { get; private set; }

    internal bool ExitsOnFailure { get; private set; }

    internal List<EasProbeBuilder<TService>> Probes { get; } = [];

    /// <summary>How often the service was mapped.</summary>
    internal int Mappings { get; set; }

    internal List<PredictDefinition<TService>> Predictions { get; } = [];

    /// <summary>Describes the service, which <see cref="IEasService{TSelf}.Configure"/> has to do once.</summary>
    /// <param name="description">The name of the service, and what of its JSON the running process has to honour.</param>
    /// <exception cref="InvalidOperationException">The service is described already.</exception>
    public void Describe(EasServiceDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        if (Description is not null)
            throw new InvalidOperationException($"{typeof(TService).Name} is described twice; a service has one description.");
        Description = description;
    }

    /// <summary>
    /// Declares the method that loads the model. It runs once in the background, after construction; until it ends, the
    /// startup probe is red.
    /// </summary>
    /// <param name="load">
    /// The method. Its token is cancelled when the host stops; an exception is logged and shown by the startup probe.
    /// </param>
    /// <param name="exitOnFailure">
    /// Whether the process ends with exit code 1 when the predictor cannot be loaded. <see langword="false"/>, the
    /// default: EAS decides, by the startup probe.
    /// </param>
    /// <exception cref="InvalidOperationException">A load method is declared already.</exception>
    public void Startup(Func<TService, CancellationToken, ValueTask> load, bool exitOnFailure = false)
    {
        ArgumentNullException.ThrowIfNull(load);
        if (Load is not null)
            throw new InvalidOperationException($"{typeof(TService).Name} has two load methods; a service has at most one.");
        Load = load;
        ExitsOnFailure = exitOnFailure;
    }
}
