using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using EasGen.AspNetCore.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EasGen.AspNetCore.Chat.Models;

/// <summary>The lists of an app by their whole routes, at which several meet where groups have the same prefix.</summary>
internal sealed class ModelRoutes
{
    private static readonly ConditionalWeakTable<IServiceProvider, ModelRoutes> Apps = [];

    private readonly ConcurrentDictionary<string, ServedModels[]> routes = new(StringComparer.OrdinalIgnoreCase);

    public static ModelRoutes Of(IServiceProvider app) => Apps.GetOrCreateValue(app);

    /// <summary>Has the first list answer for all at its route; the others would be ambiguous.</summary>
    public void Join(RouteEndpointBuilder endpoint, ServedModels list)
    {
        var lists = routes.AddOrUpdate(
            endpoint.RoutePattern.Path(),
            [list],
            (_, known) => known.Contains(list) ? known : [.. known, list]);
        endpoint.Order = Array.IndexOf(lists, list);
        if (endpoint.Order > 0)
            endpoint.Metadata.Add(new ExcludeFromDescriptionAttribute());
    }

    /// <summary>The names of all models at the route of a request, each once.</summary>
    public string[] NamesAt(HttpContext context)
    {
        var route = ((RouteEndpoint)context.GetEndpoint()!).Path();
        return [.. routes[route].SelectMany(static list => list.Names).Distinct(StringComparer.Ordinal)];
    }
}
