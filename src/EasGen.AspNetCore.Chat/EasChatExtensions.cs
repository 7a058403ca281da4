using EasGen.AspNetCore;
using EasGen.AspNetCore.Chat.Completions;
using EasGen.AspNetCore.Chat.Contracts;
using EasGen.AspNetCore.Chat.Embeddings;
using EasGen.AspNetCore.Chat.Errors;
using EasGen.AspNetCore.Chat.Models;
using EasGen.AspNetCore.Http;
using EasGen.AspNetCore.Predict;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace EasGen;

/// <summary>The calls that make a service answer as OpenAI's API does.</summary>
public static class EasChatExtensions
{
    // The overloads differ in what they are given first.
#pragma warning disable RS0026
    /// <summary>
    /// Maps <c>POST /v1/chat/completions</c>, plain and streamed, and <c>GET /v1/models</c>, for a predictor that is a chat client. They
    /// have the time limit, the body limit, the shutdown and the metrics of predict endpoints. What is wrong is answered in the form of
    /// OpenAI's errors; an exception of the client with 500 and without its text, unless it is a
    /// <see cref="Microsoft.AspNetCore.Http.BadHttpRequestException"/>: its status and message are for the caller.
    /// </summary>
    /// <param name="endpoints">The web application.</param>
    /// <param name="options">
    /// The names of the models, and how many calls run at a time: any number unless <c>MaxConcurrency</c> says otherwise.
    /// </param>
    /// <typeparam name="TService">The class that was given to <see cref="EasServiceExtensions.AddEasService"/>.</typeparam>
    /// <returns>
    /// The endpoints, for conventions. <c>GET /v1/models</c> is one for all calls with the same prefix, and among the endpoints of the
    /// first of them: it has the conventions of that one alone.
    /// </returns>
    /// <exception cref="InvalidOperationException">The service was not added, or its route is taken in the app or the group.</exception>
    public static RouteGroupBuilder MapEasChat<TService>(this IEndpointRouteBuilder endpoints, EasModelOptions? options = null)
        where TService : class, IEasService<TService>, IChatClient =>
        endpoints.MapEasChat<TService>(static service => service, options);

    /// <summary>The same for a predictor that has a chat client.</summary>
    /// <inheritdoc cref="MapEasChat{TService}(IEndpointRouteBuilder, EasModelOptions?)"/>
    /// <param name="endpoints">The web application.</param>
    /// <param name="client">The chat client of the loaded predictor. Called for each request.</param>
    /// <param name="options">The names of the models, and how many calls run at a time.</param>
    public static RouteGroupBuilder MapEasChat<TService>(
        this IEndpointRouteBuilder endpoints,
        Func<TService, IChatClient> client,
        EasModelOptions? options = null)
        where TService : class, IEasService<TService>
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(client);
        return endpoints.Map<TService>(
            options ?? EasModelOptions.Default,
            (options, models) => new ChatDefinition<TService>(options, models, client));
    }

    /// <summary>
    /// Maps <c>POST /v1/embeddings</c> and <c>GET /v1/models</c>, for a predictor that is an embedding generator; all else is as with
    /// <see cref="MapEasChat{TService}(IEndpointRouteBuilder, EasModelOptions?)"/>.
    /// </summary>
    /// <inheritdoc cref="MapEasChat{TService}(IEndpointRouteBuilder, EasModelOptions?)"/>
    public static RouteGroupBuilder MapEasEmbeddings<TService>(this IEndpointRouteBuilder endpoints, EasModelOptions? options = null)
        where TService : class, IEasService<TService>, IEmbeddingGenerator<string, Embedding<float>> =>
        endpoints.MapEasEmbeddings<TService>(static service => service, options);

    /// <summary>The same for a predictor that has an embedding generator.</summary>
    /// <inheritdoc cref="MapEasChat{TService}(IEndpointRouteBuilder, EasModelOptions?)"/>
    /// <param name="endpoints">The web application.</param>
    /// <param name="generator">The embedding generator of the loaded predictor. Called for each request.</param>
    /// <param name="options">The names of the models, and how many calls run at a time.</param>
    public static RouteGroupBuilder MapEasEmbeddings<TService>(
        this IEndpointRouteBuilder endpoints,
        Func<TService, IEmbeddingGenerator<string, Embedding<float>>> generator,
        EasModelOptions? options = null)
        where TService : class, IEasService<TService>
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(generator);
        return endpoints.Map<TService>(
            options ?? EasModelOptions.Default,
            (options, models) => new EmbeddingDefinition<TService>(options, models, generator));
    }

#pragma warning restore RS0026

    private static RouteGroupBuilder Map<TService>(
        this IEndpointRouteBuilder endpoints,
        EasModelOptions options,
        Func<EasModelOptions, ModelNames, PredictDefinition<TService>> define)
        where TService : class, IEasService<TService>
    {
        var declared = endpoints.Declared<TService>();
        var description = endpoints.ServiceProvider.GetRequiredService<EasServiceDescription>();
        endpoints.ServiceProvider.GetRequiredService<EndpointContracts>().Add(ChatJson.Default);

        var models = new ModelNames(options.Models ?? [description.Name]);
        var definition = define(options, models);
        // Below a prefix no predict method can be in the way.
        if (endpoints is not RouteGroupBuilder)
            declared.GuardRoute(definition.Route);

        var group = endpoints.MapGroup("");
        ((IEndpointConventionBuilder)group).Add(static endpoint =>
        {
            var answer = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context =>
            {
                ErrorFormat.Identify(context);
                return answer(context);
            };
        });
        ServedModels.Of(endpoints).Add(group, description.Name, definition.Route, models);
        definition.Map(group, description);
        return group;
    }
}
