using System.Net;

namespace EasGen.FakeEas;

/// <summary>
/// The service API of PAI-EAS as its documentation says it: signatures, services, versions, merge and replace, instances that start by
/// the numbers of their probes, events and logs. It can be told to misbehave. What the documentation leaves open is a guess.
/// </summary>
public sealed class FakeEas : IAsyncDisposable
{
    /// <summary>The only access key that it knows.</summary>
    public const string AccessKeyId = "fake-id";

    /// <summary>Its secret.</summary>
    public const string AccessKeySecret = "fake-secret";

    private readonly WebApplication app;

    private FakeEas(WebApplication app, Cloud cloud, Faults faults) => (this.app, Cloud, Faults) = (app, cloud, faults);

    /// <summary>Scheme, host and port.</summary>
    public Uri Address => new(app.Urls.Single());

    /// <summary>What it knows.</summary>
    public Cloud Cloud { get; }

    /// <summary>How it misbehaves.</summary>
    public Faults Faults { get; }

    /// <param name="port">The port to listen on; 0 for any.</param>
    /// <param name="clock">What time it is; null for the clock of the system.</param>
    public static async Task<FakeEas> StartAsync(int port = 0, TimeProvider? clock = null)
    {
        clock ??= TimeProvider.System;
        var (cloud, faults) = (new Cloud(clock), new Faults());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var app = builder.Build();
        app.Use(new Refusals().AnswerAsync);
        app.Use(new SignatureCheck(clock).RunAsync);
        app.Use((context, next) =>
        {
            cloud.Asked.Enqueue(context.Request.Headers["x-acs-action"].ToString());
            return next(context);
        });
        app.Use(new Spelling(cloud).RunAsync);
        app.Use(faults.RunAsync);
        ServiceCalls.Map(app, cloud);
        await app.StartAsync();
        return new(app, cloud, faults);
    }

    /// <summary>Waits until somebody ends it.</summary>
    public Task WaitAsync() => app.WaitForShutdownAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
