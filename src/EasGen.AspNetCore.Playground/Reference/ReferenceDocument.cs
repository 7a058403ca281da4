using System.Text.Json;
using System.Text.Json.Nodes;
using EasGen.AspNetCore.Http;
using EasGen.AspNetCore.Starting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EasGen.AspNetCore.Playground.Reference;

/// <summary>
/// The app's OpenAPI document, and what a caller of EAS needs beside it: the token, an example of each body, and a server that is where the
/// browser has found the page. The document that the app itself maps stays as it is.
/// </summary>
internal sealed class ReferenceDocument(RequestDelegate document)
{
    /// <summary>The name under which the document has the token.</summary>
    public const string Token = "EAS token";

    public async Task Answer(HttpContext context)
    {
        var body = context.Response.Body;
        using var written = new MemoryStream();
        context.Response.Body = written;
        try
        {
            await document(context).ConfigureAwait(false);
        }
        finally
        {
            context.Response.Body = body;
        }

        written.Position = 0;
        if (context.Response.StatusCode == StatusCodes.Status200OK && await Parse(written).ConfigureAwait(false) is { } json)
        {
            Complete(json, context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints);
            written.SetLength(0);
            await JsonSerializer.SerializeAsync(written, json, ReferenceJson.Default.JsonObject).ConfigureAwait(false);
            context.Response.ContentType = "application/json";
        }
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.ContentLength = written.Length;
        written.Position = 0;
        await written.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task<JsonObject?> Parse(Stream json) => await JsonNode.ParseAsync(json).ConfigureAwait(false) as JsonObject;

    private static void Complete(JsonObject document, IReadOnlyList<Endpoint> served)
    {
        document["servers"] = new JsonArray(new JsonObject { ["url"] = "/" });
        AddToken(document);
        foreach (var endpoint in served.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PredictExample>()?.Body() is { } example
                && document["paths"]?[endpoint.Path()]?["post"]?["requestBody"]?["content"]?["application/json"] is JsonObject body
                && body["example"] is null && body["examples"] is null)
                body["example"] = JsonNode.Parse(example);
        }
    }

    // One way of several, the first of which is without: on a developer's machine there is no gateway that asks for it.
    private static void AddToken(JsonObject document)
    {
        var components = Child(document, "components");
        Child(components, "securitySchemes")[Token] = new JsonObject
        {
            ["type"] = "apiKey",
            ["in"] = "header",
            ["name"] = "Authorization",
            ["description"] = "The token of the service, as it is. The gateway of EAS asks for it; the service itself does not.",
        };
        if (document["security"] is not JsonArray ways)
            document["security"] = ways = new JsonArray(new JsonObject());
        ways.Add((JsonNode)new JsonObject { [Token] = new JsonArray() });
    }

    private static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child)
            parent[name] = child = [];
        return child;
    }
}
