using EasGen.AspNetCore;

namespace Acme;

/// <summary>Has no model, and rather ends than stay without.</summary>
public sealed class BrokenClassifier : IEasService<BrokenClassifier>
{
    static void IEasService<BrokenClassifier>.Configure(EasServiceBuilder<BrokenClassifier> service)
    {
        service.Describe(new() { Name = "broken" });
        service.Startup(static (_, _) => throw new FileNotFoundException("no model at /models/iris"), exitOnFailure: true);
        service.StartupProbe("/healthz/startup", timeoutSeconds: 3);
    }
}
