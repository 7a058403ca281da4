using EasGen.AspNetCore.Http;
using EasGen.AspNetCore.Starting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace EasGen.AspNetCore.Playground.Page;

/// <summary>Learns from the endpoints what the service takes and gives.</summary>
internal static class ServiceModelReader
{
    private const string Chat = "v1/chat/completions";
    private const string Models = "v1/models";

    public static ServiceModel Read(EasServiceDescription description, IReadOnlyList<Endpoint> served, string root)
    {
        var endpoints = served.OfType<RouteEndpoint>().ToArray();
        return new(
            description.Name,
            description.MaxRequestBodyBytes,
            [.. from endpoint in endpoints
                let mark = endpoint.Metadata.GetMetadata<ProbeMark>()
                where mark is not null
                let names = mark.Probes.Select(static probe => probe.ToString())
                select new ProbeModel(endpoint.Path().From(root), endpoint.Path(), [.. names])],
            [.. from endpoint in endpoints
                let example = endpoint.Metadata.GetMetadata<PredictExample>()
                where example is not null && !endpoint.Is(root, Chat)
                select Method(endpoint, example, root)],
            Find(endpoints, root, Chat, HttpMethods.Post),
            Find(endpoints, root, Models, HttpMethods.Get),
#if NET9_0_OR_GREATER
            $"./{Reference.ReferenceSetup.Page}/");
#else
            null);
#endif
    }

    private static MethodModel Method(RouteEndpoint endpoint, PredictExample example, string root) => new(
        endpoint.Path().From(root),
        endpoint.Path(),
        endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName,
        endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary,
        endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? [],
        endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>()
            .FirstOrDefault(static answer => answer.StatusCode == StatusCodes.Status200OK)
            ?.ContentTypes.FirstOrDefault(),
        example.Body());

    private static string? Find(RouteEndpoint[] endpoints, string root, string path, string method) =>
        Array.Find(endpoints, endpoint =>
            endpoint.Is(root, path) && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) == true)
            ?.Path().From(root);

    private static bool Is(this RouteEndpoint endpoint, string root, string path) =>
        endpoint.Path().Equals(root + path, StringComparison.OrdinalIgnoreCase);
}
