using Microsoft.Extensions.Hosting;

namespace EasGen.AspNetCore.Loading;

/// <summary>Ends the process of a service that cannot be loaded; in tests, which share their process, it does not.</summary>
internal class ProcessEnd(IHostApplicationLifetime lifetime)
{
    public virtual void Fail()
    {
        Environment.ExitCode = 1;
        lifetime.StopApplication();
    }
}
