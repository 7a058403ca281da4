using System.Text.Json;
using EasGen.AspNetCore.Http;
using EasGen.AspNetCore.Loading;
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
/// <param name="route">The route.</param>
/// <param name="produces">What API descriptions say about the answer.</param>
internal abstract class PredictDefinition<TService, TRequest>(string route, ProducesResponseTypeMetadata produces) : PredictDefinition<TService>(route)
    where TService : class
    where TRequest : notnull
{
    public override void Map(RouteGroupBuilder endpoints, EasServiceDescription description)
    {
        var services = ((IEndpointRouteBuilder)endpoints).ServiceProvider;
        var options = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var endpoint = new PredictEndpoint<TService, TRequest>(
            description,
            options.Strict().Contract<TRequest>(Route),
            Responder(options),
            services.GetRequiredService<Predictor<TService>>(),
            services.GetRequiredService<ILoggerFactory>().CreateLogger<TService>());
        RequestDelegate answer = endpoint.Answer;

        // API descriptions only look at endpoints with a method.
        endpoints.MapPost(Route, answer)
            .WithDisplayName($"{description.Name}: POST {Route}")
            .WithTags(description.Name)
            .WithMetadata(answer.Method, new AcceptsMetadata(["application/json"], typeof(TRequest)))
            .WithMetadata(produces)
            .WithMetadata([.. PredictEndpoint.Problems.Select(ProducesProblem)]);

        // Routing itself turns a body away that is not in the accepted format, and says nothing about it.
        // The same endpoint without that metadata gets those requests and gives them a problem details body.
        endpoints.MapPost(Route, answer)
            .WithDisplayName($"{description.Name}: POST {Route} (not JSON)")
            .ExcludeFromDescription();
    }

    /// <param name="options">The app's, which have the contracts of the answer.</param>
    protected abstract Respond<TService, TRequest> Responder(JsonSerializerOptions options);

    private static object ProducesProblem(int status) =>
        new ProducesResponseTypeMetadata(status, typeof(Problem), ["application/problem+json"]);
}
