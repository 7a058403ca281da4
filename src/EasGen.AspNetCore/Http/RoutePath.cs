using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace EasGen.AspNetCore.Http;

/// <summary>The path of an endpoint, with a slash at its beginning whether it was declared with one or not.</summary>
internal static class RoutePath
{
    public static string Path(this RouteEndpoint endpoint) => endpoint.RoutePattern.Path();

    public static string Path(this RoutePattern route) => $"/{route.RawText?.TrimStart('/')}";
}
