using EasGen.AspNetCore;

namespace Acme;

/// <summary>Would drain for minutes: for the tests that show what does not wait for it.</summary>
public sealed class PatientClassifier : IEasService<PatientClassifier>
{
    static void IEasService<PatientClassifier>.Configure(EasServiceBuilder<PatientClassifier> service)
    {
        service.Describe(new()
        {
            Name = "patient",
            GracePeriodSeconds = 600,
            DrainSeconds = 300,
        });
        service.ReadinessProbe("/healthz/ready", timeoutSeconds: 3);
    }
}
