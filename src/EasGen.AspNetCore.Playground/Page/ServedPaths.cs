using EasGen.AspNetCore.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EasGen.AspNetCore.Playground.Page;

/// <summary>
/// Paths as a page or a document names them: from where the service is mapped. What stands before that, a proxy may have taken away.
/// </summary>
internal static class ServedPaths
{
    /// <summary>The path of the endpoint that answers this request, with a slash at its end too; that is where the service is.</summary>
    public static string Root(this HttpContext context, string page = "") =>
        context.GetEndpoint() is RouteEndpoint endpoint ? $"{endpoint.Path()[..^page.Length].TrimEnd('/')}/" : "/";

    /// <summary>A path as the page at the root links to it. The dot keeps a browser from reading a scheme or a host into it.</summary>
    public static string From(this string path, string root) =>
        path.StartsWith(root, StringComparison.OrdinalIgnoreCase)
            ? $"./{path[root.Length..]}"
            : string.Concat(Enumerable.Repeat("../", root.Count('/') - 1)) + path[1..];

    private static int Count(this string text, char of) => text.AsSpan().Count(of);
}
