using EasGen.AspNetCore;

namespace Acme;

/// <summary>Would drain for minutes: for the tests that show what does not wait for it.</summary>
public sealed class PatientClassifier : IEasService<PatientClassifier>
{
    static EasServiceDescription IEasService<PatientClassifier>.Description { get; } = new()
    {
        Name = "patient",
        GracePeriodSeconds = 600,
        DrainSeconds = 300,
    };

    static void IEasService<PatientClassifier>.Configure(EasServiceBuilder<PatientClassifier> service) =>
        service.Probe(EasProbe.Readiness, "/healthz/ready", timeoutSeconds: 3);
}
