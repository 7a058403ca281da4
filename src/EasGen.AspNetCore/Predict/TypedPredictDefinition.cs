using EasGen.AspNetCore.Loading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ProblemDetails = Microsoft.AspNetCore.Mvc.ProblemDetails;

namespace EasGen.AspNetCore.Predict;

internal sealed class PredictDefinition<TService, TRequest, TResponse>(
    string route,
    Func<TService, TRequest, CancellationToken, ValueTask<TResponse>> predict) : PredictDefinition<TService>(route)
    where TService : class
    where TRequest : notnull
{
    public override void Map(RouteGroupBuilder endpoints, EasServiceDescription description)
    {
        var services = ((IEndpointRouteBuilder)endpoints).ServiceProvider;
        var options = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var endpoint = new PredictEndpoint<TService, TRequest, TResponse>(
            description,
            predict,
            options.Strict().Contract<TRequest>(Route),
            options.Contract<TResponse>(Route),
            services.GetRequiredService<Predictor<TService>>(),
            services.GetRequiredService<ILoggerFactory>().CreateLogger<TService>());
        RequestDelegate answer = endpoint.Answer;

        // API descriptions only look at endpoints with a method.
        endpoints.MapPost(Route, answer)
            .WithDisplayName($"{description.Name}: POST {Route}")
            .WithTags(description.Name)
            .WithMetadata(answer.Method, new AcceptsMetadata(["application/json"], typeof(TRequest)))
            .WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(TResponse), ["application/json"]))
            .WithMetadata([.. PredictEndpoint.Problems.Select(ProducesProblem)]);

        // Routing itself turns a body away that is not in the accepted format, and says nothing about it.
        // The same endpoint without that metadata gets those requests and gives them a problem details body.
        endpoints.MapPost(Route, answer)
            .WithDisplayName($"{description.Name}: POST {Route} (not JSON)")
            .ExcludeFromDescription();
    }

    private static object ProducesProblem(int status) =>
        new ProducesResponseTypeMetadata(status, typeof(ProblemDetails), ["application/problem+json"]);
}
