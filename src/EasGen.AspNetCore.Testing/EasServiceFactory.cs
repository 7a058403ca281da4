using EasGen.AspNetCore;
using EasGen.AspNetCore.Loading;
using EasGen.AspNetCore.Starting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EasGen;

/// <summary>
/// Runs the app of a service in memory: its own <c>Program</c>, in the environment Production as on EAS, with the ASP.NET Core test
/// host in the place of the network. The first client is there when the predictor is loaded.
/// <code>
/// using var service = new EasServiceFactory&lt;IrisClassifier&gt;();
/// using var client = service.CreateClient();
/// </code>
/// What a test replaces (a model, a clock) it registers with <see cref="WebApplicationFactory{TEntryPoint}.WithWebHostBuilder"/>.
/// </summary>
/// <typeparam name="TService">The class with the <c>[EasService]</c> attribute; the <c>Program</c> of its assembly is run.</typeparam>
public class EasServiceFactory<TService> : WebApplicationFactory<TService>
    where TService : class, IEasService<TService>
{
    /// <summary>
    /// How long the predictor may take to load, 60 seconds by default. <see cref="TimeSpan.Zero"/> does not wait: the service then answers
    /// as one that has just started. Beyond it the first client is refused with a <see cref="TimeoutException"/>.
    /// </summary>
    public TimeSpan LoadTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The predictor that answers.</summary>
    /// <exception cref="InvalidOperationException">It is not loaded.</exception>
    public TService Predictor => Services.GetRequiredService<Predictor<TService>>().Loaded
        ?? throw new InvalidOperationException($"{typeof(TService).Name} is not loaded; its startup probe says more.");

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseEnvironment(Environments.Production);
        builder.ConfigureServices(static services => services.AddSingleton<ProcessEnd, NoProcessEnd>());
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The app does not add the service, or the predictor cannot be loaded.</exception>
    /// <exception cref="TimeoutException">The predictor takes longer than <see cref="LoadTimeout"/>.</exception>
    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        if (LoadTimeout == TimeSpan.Zero)
            return host;

        try
        {
            WaitForLoad(host);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    private void WaitForLoad(IHost host)
    {
        var predictor = host.Services.GetService<Predictor<TService>>()
            ?? throw new InvalidOperationException(
                $"The program of {typeof(TService).Assembly.GetName().Name} runs another service: "
                + $"it does not call builder.AddEasService<{typeof(TService).Name}>().");

        if (!predictor.Settled.Wait(LoadTimeout))
            throw new TimeoutException(
                $"{typeof(TService).Name} is still loading after {LoadTimeout.TotalSeconds:0.#} s; "
                + $"give it a longer LoadTimeout, or a smaller model.");
        if (predictor.Failure is { } failure)
            throw new InvalidOperationException($"{typeof(TService).Name} could not be loaded: {failure.Message}", failure);
    }

    // The process is that of the tests.
    private sealed class NoProcessEnd(IHostApplicationLifetime lifetime) : ProcessEnd(lifetime)
    {
        public override void Exit()
        {
        }

        protected override void Stop()
        {
        }
    }
}
