using EasGen.AspNetCore;

namespace Acme;

/// <summary>Drains for longer than a test lasts: for what happens meanwhile.</summary>
public sealed class BusyClassifier : IEasService<BusyClassifier>
{
    static void IEasService<BusyClassifier>.Configure(EasServiceBuilder<BusyClassifier> service)
    {
        service.Describe(new()
        {
            Name = "busy",
            GracePeriodSeconds = 600,
            DrainSeconds = 300,
        });
        service.StartupProbe("/healthz/startup", timeoutSeconds: 3);
        service.ReadinessProbe("/healthz/ready", timeoutSeconds: 3).Check(static (_, _) => true);
        service.LivenessProbe("/healthz/live", timeoutSeconds: 3).Check(static async (_, cancellationToken) =>
        {
            await Task.Delay(1, cancellationToken);
            return true;
        });
        service.Predict<IrisMeasurement, IrisSpecies>(
            "/",
            static (_, measurement, _) => new IrisSpecies(measurement.PetalLength < 2.5 ? "setosa" : "versicolor"));
    }
}
