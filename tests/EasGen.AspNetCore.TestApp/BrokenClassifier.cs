using EasGen.AspNetCore;

namespace Acme;

/// <summary>Has no model, and rather ends than stay without.</summary>
public sealed class BrokenClassifier : IEasService<BrokenClassifier>
{
    static EasServiceDescription IEasService<BrokenClassifier>.Description { get; } = new() { Name = "broken" };

    static void IEasService<BrokenClassifier>.Configure(EasServiceBuilder<BrokenClassifier> service)
    {
        service.Startup(static (_, _) => throw new FileNotFoundException("no model at /models/iris"), exitOnFailure: true);
        service.Probe(EasProbe.Startup, "/healthz/startup", timeoutSeconds: 3);
    }
}
