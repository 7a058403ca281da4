using System.Runtime.CompilerServices;
using EasGen.AspNetCore.Chat.Contracts;
using EasGen.AspNetCore.Chat.Errors;
using EasGen.AspNetCore.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EasGen.AspNetCore.Chat.Models;

/// <summary>The models of all endpoints of a group, and <c>GET /v1/models</c>, which is theirs together.</summary>
internal sealed class ServedModels(ModelRoutes all)
{
    private const string Route = "/v1/models";

    private static readonly ConditionalWeakTable<IEndpointRouteBuilder, ServedModels> Groups = [];

    private readonly Dictionary<string, ModelNames> routes = [];
    private readonly long started = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
    private string owner = "";

    public IEnumerable<string> Names => routes.Values.SelectMany(static models => models.All);

    public static ServedModels Of(IEndpointRouteBuilder endpoints) =>
        Groups.GetValue(endpoints, static endpoints => new(ModelRoutes.Of(endpoints.ServiceProvider)));

    /// <summary>Adds the models of an endpoint. The first one has the list of all among its endpoints.</summary>
    public void Add(RouteGroupBuilder endpoints, string service, string route, ModelNames models)
    {
        if (!routes.TryAdd(route, models))
            throw new InvalidOperationException($"POST {route} is mapped already; map it once, or in another group.");
        if (routes.Count > 1)
            return;

        owner = service;
        MapGet(endpoints, Route, List).WithMetadata(new ProducesResponseTypeMetadata(200, typeof(ModelList), ["application/json"]));
        // Names such as acme/chat-7b have slashes.
        MapGet(endpoints, $"{Route}/{{**name}}", One)
            .WithMetadata(new ProducesResponseTypeMetadata(200, typeof(Model), ["application/json"]), ErrorFormat.Instance.Produces(404));
    }

    private IEndpointConventionBuilder MapGet(RouteGroupBuilder endpoints, string route, RequestDelegate answer)
    {
        var endpoint = endpoints.MapGet(route, answer);
        endpoint.Add(built => all.Join((RouteEndpointBuilder)built, this));
        // API descriptions only look at endpoints with a method.
        return endpoint.WithDisplayName($"{owner}: GET {route}").WithTags(owner).WithMetadata(answer.Method);
    }

    private Task List(HttpContext context) =>
        context.WriteJson(new() { Data = [.. all.NamesAt(context).Select(Describe)] }, ChatJson.Plain.ModelList, "application/json");

    private Task One(HttpContext context)
    {
        var names = all.NamesAt(context);
        // Routing leaves an escaped slash as it is.
        var name = Uri.UnescapeDataString((string?)context.Request.RouteValues["name"] ?? "");
        return names.Contains(name, StringComparer.Ordinal)
            ? context.WriteJson(Describe(name), ChatJson.Plain.Model, "application/json")
            : ErrorFormat.Instance.Answer(context, InvalidRequest.UnknownModel(name, names).Problem);
    }

    private Model Describe(string name) => new() { Id = name, Created = started, OwnedBy = owner };
}
