using System.Runtime.CompilerServices;
using EasGen.AspNetCore.Chat.Contracts;
using EasGen.AspNetCore.Chat.Errors;
using EasGen.AspNetCore.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EasGen.AspNetCore.Chat.Models;

/// <summary>The models of all endpoints of an app, and <c>GET /v1/models</c>, which is theirs together.</summary>
internal sealed class ServedModels
{
    private const string Route = "/v1/models";

    private static readonly ConditionalWeakTable<IEndpointRouteBuilder, ServedModels> Apps = [];

    private readonly Dictionary<string, ModelNames> routes = [];
    private readonly long started = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
    private string owner = "";

    private string[] Names => [.. routes.Values.SelectMany(static models => models.All).Distinct(StringComparer.Ordinal)];

    public static ServedModels Of(IEndpointRouteBuilder endpoints) => Apps.GetOrCreateValue(endpoints);

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

    private IEndpointConventionBuilder MapGet(RouteGroupBuilder endpoints, string route, RequestDelegate answer) =>
        // API descriptions only look at endpoints with a method.
        endpoints.MapGet(route, answer).WithDisplayName($"{owner}: GET {route}").WithTags(owner).WithMetadata(answer.Method);

    private Task List(HttpContext context) =>
        context.WriteJson(new() { Data = [.. Names.Select(Describe)] }, ChatJson.Plain.ModelList, "application/json");

    private Task One(HttpContext context)
    {
        // Routing leaves an escaped slash as it is.
        var name = Uri.UnescapeDataString((string?)context.Request.RouteValues["name"] ?? "");
        return Names.Contains(name, StringComparer.Ordinal)
            ? context.WriteJson(Describe(name), ChatJson.Plain.Model, "application/json")
            : ErrorFormat.Instance.Answer(context, Wrong.UnknownModel(name, Names).Problem);
    }

    private Model Describe(string name) => new() { Id = name, Created = started, OwnedBy = owner };
}
