using Microsoft.Extensions.Hosting;

namespace EasGen.AspNetCore.Starting;

/// <summary>Ends the process of a service that cannot serve, or does not stop; in tests, which share their process, it does not.</summary>
internal class ProcessEnd(IHostApplicationLifetime lifetime)
{
    /// <summary>Whether the service is about to end because it cannot serve.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Ends the process with exit code 1.</summary>
    public void Fail()
    {
        HasFailed = true;
        Stop();
    }

    /// <summary>Ends the process at once, whatever still runs in it.</summary>
    public virtual void Exit() => Environment.Exit(Environment.ExitCode);

    /// <summary>Ends the process with exit code 1 and one line that says why, for a person at a terminal.</summary>
    public void Fail(string reason)
    {
        Console.Error.WriteLine(reason);
        Fail();
    }

    protected virtual void Stop()
    {
        Environment.ExitCode = 1;
        // A host that is stopped while it starts calls that a failure of its own.
        lifetime.ApplicationStarted.Register(lifetime.StopApplication);
    }
}
