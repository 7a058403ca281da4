using System.Diagnostics.CodeAnalysis;
using EasGen.AspNetCore;
using EasGen.AspNetCore.Calls;
using EasGen.AspNetCore.CustomMetrics;
using EasGen.AspNetCore.DynamicParameters;
using EasGen.AspNetCore.Http;
using EasGen.AspNetCore.Listening;
using EasGen.AspNetCore.Loading;
using EasGen.AspNetCore.Probes;
using EasGen.AspNetCore.Shutdown;
using EasGen.AspNetCore.Starting;
using EasGen.AspNetCore.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EasGen;

/// <summary>The two calls that make a web application an EAS service.</summary>
public static class EasServiceExtensions
{
    /// <summary>
    /// Adds the service: the predictor as a singleton that loads in the background, the declared port on all interfaces, the health checks
    /// behind the probes and a shutdown that fits into the grace period. Register the predictor yourself before, if it needs a factory.
    /// </summary>
    /// <param name="builder">The web application under construction.</param>
    /// <typeparam name="TService">A partial class with an <c>[EasService]</c> attribute.</typeparam>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">
    /// Another service is added already, the service does not describe itself, or <c>LISTENING_PORT</c> is not a port.
    /// </exception>
    public static WebApplicationBuilder AddEasService<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TService>(this WebApplicationBuilder builder)
        where TService : class, IEasService<TService>
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.Services.Any(registered => registered.ServiceType == typeof(EasServiceDescription)))
            throw new InvalidOperationException(
                $"{typeof(TService).Name} cannot be added: the app already has an EAS service. EAS runs one service per container, "
                + $"so move it to another app.");

        var declared = new EasServiceBuilder<TService>();
        TService.Configure(declared);
        var description = declared.Description
            ?? throw new InvalidOperationException(
                $"{typeof(TService).Name} is not described: its Configure has to call service.Describe(new() {{ Name = … }}).");

        builder.Services.AddSingleton(description);
        builder.Services.AddSingleton(declared);
        builder.Services.TryAddSingleton<TService>();
        builder.Services.AddSingleton<Predictor<TService>>();
        builder.Services.TryAddSingleton<ProcessEnd>();
        builder.Services.AddHostedService<PredictorLoader<TService>>();
        builder.Services.AddSingleton<RunningCalls>();
        builder.Services.AddSingleton<PredictThreads>();
        builder.Services.AddSingleton<EasMetrics>();
        builder.Services.AddProbes(declared);
        // An OpenAPI document asks the app's options about the bodies that are ours, too.
        builder.Services.AddSingleton<EndpointContracts>();
        builder.Services.AddOptions<JsonOptions>().PostConfigure<EndpointContracts>(static (json, contracts) =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Add(EasJsonContext.Default);
            json.SerializerOptions.TypeInfoResolverChain.Add(contracts);
        });
        builder.Services.AddShutdown(description);
        builder.AddListening(description);
        builder.Services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, QuietLog>();
        builder.Services.AddHostedService<StartNotice>();
        builder.AddDynamicParameters(description);
        MetricTarget.AddReporter(builder, description);
        return builder;
    }

    /// <summary>
    /// Maps the probes and the predict endpoints. The probes are answered ahead of all middleware that follows routing, need no
    /// authorization and stay at their paths if this is a group, as EAS asks them there; the returned group, with which conventions can be
    /// added, holds the predict endpoints alone.
    /// </summary>
    /// <param name="endpoints">The web application.</param>
    /// <typeparam name="TService">The class that was given to <see cref="AddEasService"/>.</typeparam>
    /// <returns>The predict endpoints.</returns>
    /// <exception cref="InvalidOperationException">
    /// The service was not added, or the app's JSON options have no contract for a request or response type.
    /// </exception>
    public static RouteGroupBuilder MapEasService<TService>(this IEndpointRouteBuilder endpoints)
        where TService : class, IEasService<TService>
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var declared = endpoints.Declared<TService>();
        var description = endpoints.ServiceProvider.GetRequiredService<EasServiceDescription>();

        endpoints.MapProbes(declared, description);
        var predictions = endpoints.MapGroup("");
        foreach (var prediction in declared.Predictions)
            prediction.Map(predictions, description);
        foreach (var more in endpoints.ServiceProvider.GetServices<IServiceEndpoints>())
            more.Map(endpoints);
        return predictions;
    }

    /// <summary>What the service that was added declares.</summary>
    internal static EasServiceBuilder<TService> Declared<TService>(this IEndpointRouteBuilder endpoints)
        where TService : class, IEasService<TService> =>
        endpoints.ServiceProvider.GetService<EasServiceBuilder<TService>>()
            ?? throw new InvalidOperationException(
                $"{typeof(TService).Name} is not added: call builder.AddEasService<{typeof(TService).Name}>() before builder.Build().");
}
