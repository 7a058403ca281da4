using EasGen.AspNetCore.Calls;
using EasGen.AspNetCore.Loading;
using EasGen.AspNetCore.Shutdown;
using EasGen.AspNetCore.Starting;
using EasGen.AspNetCore.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EasGen.AspNetCore.Probes;

internal static class ProbeSetup
{
    /// <summary>Every probe is an ordinary health check with the probe's tag: the app's own checks join in with the same tag.</summary>
    public static void AddProbes<TService>(this IServiceCollection services, EasServiceBuilder<TService> declared)
        where TService : class
    {
        var health = services.AddHealthChecks();
        foreach (var probe in declared.Probes)
        {
            var tag = EasHealthTags.Of(probe.Kind);
            health.Add(new HealthCheckRegistration(tag, provider => Check(provider, probe), failureStatus: null, tags: [tag]));
        }
    }

    /// <summary>
    /// Probes answer whatever the app's pipeline does about authentication, HTTPS redirection or rates: they are short-circuited.
    /// They come every few seconds for ever, so that documents, metrics and logs are better off without them. EAS asks them where
    /// the service JSON has them, also if the service is mapped in a group.
    /// </summary>
    public static void MapProbes<TService>(
        this IEndpointRouteBuilder endpoints,
        EasServiceBuilder<TService> declared,
        EasServiceDescription description)
        where TService : class
    {
        var services = endpoints.ServiceProvider;
        var mapping = declared.Mappings++;
        services.GetRequiredService<PredictThreads>().Keep(ProbeEndpoint<TService>.MostRounds * declared.Probes.Count);
        // Probes may share a path; routing knows neither case nor a slash at the end.
        foreach (var path in declared.Probes.GroupBy(static probe => probe.Path.TrimEnd('/'), StringComparer.OrdinalIgnoreCase))
        {
            var probes = path.Select(Endpoint).ToArray();
            endpoints.MapMethods(
                path.First().Path,
                [HttpMethods.Get, HttpMethods.Head],
                context => ProbeEndpoint<TService>.Answer(context, probes))
                .WithDisplayName($"{description.Name}: {string.Join(" and ", path.Select(static probe => probe.Kind))} probe")
                .WithMetadata(new ProbeMark([.. path.Select(static probe => probe.Kind)]))
                .AllowAnonymous()
                .ExcludeFromDescription()
#if NET9_0_OR_GREATER
                .DisableHttpMetrics()
#endif
                .WithHttpLogging(HttpLoggingFields.None)
                .ShortCircuit()
                .Finally(endpoint => Place((RouteEndpointBuilder)endpoint, path.First().Path, mapping));
        }

        ProbeEndpoint<TService> Endpoint(EasProbeBuilder<TService> probe) =>
            new(
                description.Name,
                probe,
                Check(services, probe),
                services.GetRequiredService<DrainState>(),
                services.GetRequiredService<EasMetrics>(),
                services.GetRequiredService<HealthCheckService>());
    }

    // Also in a group. A service that is mapped twice has each probe twice: the first answers.
    private static void Place(RouteEndpointBuilder endpoint, string path, int mapping) =>
        (endpoint.RoutePattern, endpoint.Order) = (RoutePatternFactory.Parse(path), mapping);

    private static PredictorCheck<TService> Check<TService>(IServiceProvider services, EasProbeBuilder<TService> probe)
        where TService : class =>
        new(
            probe,
            services.GetRequiredService<Predictor<TService>>(),
            services.GetRequiredService<DrainState>(),
            services.GetRequiredService<RunningCalls>());
}
