using EasGen.AspNetCore;

namespace Acme;

/// <summary>Drains for longer than a test lasts: for what happens meanwhile.</summary>
public sealed class BusyClassifier : IEasService<BusyClassifier>
{
    static EasServiceDescription IEasService<BusyClassifier>.Description { get; } = new()
    {
        Name = "busy",
        GracePeriodSeconds = 600,
        DrainSeconds = 300,
    };

    static void IEasService<BusyClassifier>.Configure(EasServiceBuilder<BusyClassifier> service)
    {
        service.Probe(EasProbe.Startup, "/healthz/startup", timeoutSeconds: 3);
        service.Probe(EasProbe.Readiness, "/healthz/ready", timeoutSeconds: 3, static (_, _) => ValueTask.FromResult(true));
        service.Probe(
            EasProbe.Liveness,
            "/healthz/live",
            timeoutSeconds: 3,
            static async (_, cancellationToken) => { await Task.Delay(1, cancellationToken); return true; });
        service.Predict<IrisMeasurement, IrisSpecies>(
            "/",
            static (_, measurement, _) => new IrisSpecies(measurement.PetalLength < 2.5 ? "setosa" : "versicolor"));
    }
}
