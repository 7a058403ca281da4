using System.Text.Json;
using System.Threading.RateLimiting;
using EasGen.AspNetCore.Calls;
using EasGen.AspNetCore.Http;
using EasGen.AspNetCore.Loading;
using EasGen.AspNetCore.Requests;
using EasGen.AspNetCore.Shutdown;
using EasGen.AspNetCore.Starting;
using EasGen.AspNetCore.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EasGen.AspNetCore.Predict;

/// <summary>A predict method whose request is known; how it answers, the subclass knows.</summary>
internal abstract class PredictDefinition<TService, TRequest>(
    string route,
    PredictOptions? options,
    bool isSynchronous) : PredictDefinition<TService>(route)
    where TService : class
    where TRequest : notnull
{
    private readonly PredictOptions options = options ?? PredictOptions.Default;

    /// <summary>Whether a call of the method holds its thread until its end.</summary>
    protected bool IsSynchronous { get; } = isSynchronous;

    public override void Map(RouteGroupBuilder endpoints, EasServiceDescription description)
    {
        var services = ((IEndpointRouteBuilder)endpoints).ServiceProvider;
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger<TService>();
        var json = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var formats = Formats(json, logger);
        var threads = services.GetRequiredService<PredictThreads>();
        var calls = new PredictCalls(
            Route,
            IsSynchronous,
            PlacesFrom(threads),
            threads,
            services.GetRequiredService<EasMetrics>(),
            logger);
        var responder = Respond(json, calls, services);
        RequestDelegate answer = new PredictEndpoint<TService, TRequest>(
            description,
            new RequestBody<TRequest>(formats, description.MaxRequestBodyBytes),
            responder.Respond,
            services.GetRequiredService<Predictor<TService>>(),
            services.GetRequiredService<RequestsInFlight>(),
            Problems,
            logger).Answer;

        // API descriptions only look at endpoints with a method.
        var endpoint = endpoints.MapPost(Route, answer)
            .WithDisplayName($"{description.Name}: POST {Route}")
            .WithTags(description.Name)
            .WithMetadata(answer.Method, new AcceptsMetadata([.. formats.Select(static format => format.MediaType)], formats[0].Described))
            .WithMetadata(responder.Produces)
            .WithMetadata(new PredictExample(formats[0].Example, formats[0].Curl))
            .WithMetadata([.. Problems.Statuses.Select(Problems.Produces)]);
        Describe(endpoint);

        // Routing itself turns a body away that is not in the accepted format, and says nothing about it.
        // The same endpoint without that metadata gets those requests, and reads them or gives them a problem details body.
        endpoints.MapPost(Route, answer)
            .WithDisplayName($"{description.Name}: POST {Route} (of another type)")
            .ExcludeFromDescription();
    }

    /// <summary>How clients are told of problems.</summary>
    protected virtual ProblemFormat Problems => ProblemDetailsFormat.Instance;

    /// <summary>What the method can be sent; the first is how a body is read whose type the client does not say.</summary>
    /// <param name="json">The app's options, which have the contract of the request.</param>
    /// <param name="logger">Where it is said that a type of the app would not take a value.</param>
    protected virtual RequestFormat<TRequest>[] Formats(JsonSerializerOptions json, ILogger logger) =>
        RequestFormats.Of<TRequest>(json, Route, logger);

    /// <summary>The places for the calls of the method; null if it does not need any.</summary>
    protected virtual ConcurrencyLimiter? PlacesFrom(PredictThreads threads) => threads.PlacesFor(IsSynchronous, options);

    /// <param name="json">The app's options, which have the contracts of the answer.</param>
    /// <param name="calls">How the method is called.</param>
    /// <param name="services">The app's services.</param>
    protected abstract Responder<TService, TRequest> Respond(JsonSerializerOptions json, PredictCalls calls, IServiceProvider services);

    private void Describe(IEndpointConventionBuilder endpoint)
    {
        if (options.OperationId is { } operation)
            endpoint.WithName(operation);
        if (options.Summary is { } summary)
            endpoint.WithSummary(summary);
        if (options.Description is { } description)
            endpoint.WithDescription(description);
    }
}
