using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace EasGen.EndToEnd;

/// <summary>
/// A registry of images on this machine, as the OCI distribution specification has it, with the base image <c>base:1</c>: one without
/// files for each of two processors, which asks for port 8080 as those of .NET do.
/// </summary>
internal sealed class LocalRegistry : IAsyncDisposable
{
    private const string Manifest = "application/vnd.oci.image.manifest.v1+json";
    private const string Index = "application/vnd.oci.image.index.v1+json";
    private const string Config = "application/vnd.oci.image.config.v1+json";
    private const string Layer = "application/vnd.oci.image.layer.v1.tar";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, byte[]> blobs = new();
    private readonly ConcurrentDictionary<string, (string Type, byte[] Bytes)> manifests = new();

    private LocalRegistry(WebApplication app) => this.app = app;

    /// <summary>Host and port; of this host alone the SDK asks without encryption.</summary>
    public string Address => $"localhost:{new Uri(app.Urls.Single()).Port}";

    /// <summary>The image that every test builds on.</summary>
    public string BaseImage => $"{Address}/base:1";

    public static async Task<LocalRegistry> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var registry = new LocalRegistry(builder.Build());
        registry.AddBase();
        registry.Map(registry.app);
        await registry.app.StartAsync();
        return registry;
    }

    /// <summary>The configuration of an image, <c>repository:tag</c>, that somebody has pushed: processor, environment, ports.</summary>
    public JsonNode ConfigOf(string image)
    {
        var manifest = JsonNode.Parse(manifests[image].Bytes)!;
        return JsonNode.Parse(blobs[(string)manifest["config"]!["digest"]!])!;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void AddBase()
    {
        // An empty archive: two blocks of zeros.
        var layer = Add(new byte[1024]);
        var images = new JsonArray();
        foreach (var processor in new[] { "amd64", "arm64" })
        {
            var config = Add(JsonSerializer.SerializeToUtf8Bytes(new JsonObject
            {
                ["architecture"] = processor,
                ["os"] = "linux",
                ["config"] = new JsonObject { ["Env"] = new JsonArray("PATH=/usr/bin", "ASPNETCORE_HTTP_PORTS=8080") },
                ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = new JsonArray(layer.Digest) },
                ["history"] = new JsonArray(new JsonObject { ["created_by"] = "base" }),
            }));
            var manifest = JsonSerializer.SerializeToUtf8Bytes(new JsonObject
            {
                ["schemaVersion"] = 2,
                ["mediaType"] = Manifest,
                ["config"] = Descriptor(Config, config),
                ["layers"] = new JsonArray(Descriptor(Layer, layer)),
            });
            manifests[$"base:{Digest(manifest)}"] = (Manifest, manifest);
            var descriptor = Descriptor(Manifest, (Digest(manifest), manifest.Length));
            descriptor["platform"] = new JsonObject { ["architecture"] = processor, ["os"] = "linux" };
            images.Add(descriptor);
        }
        manifests["base:1"] = (Index, JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = Index,
            ["manifests"] = images,
        }));
    }

    private void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v2/", static () => Results.Ok());
        routes.MapMethods("/v2/{repository}/manifests/{reference}", ["GET", "HEAD"], (string repository, string reference) =>
            manifests.TryGetValue($"{repository}:{reference}", out var found)
                ? Results.Bytes(found.Bytes, found.Type)
                : Results.NotFound());
        routes.MapMethods("/v2/{repository}/blobs/{digest}", ["GET", "HEAD"], (string digest) =>
            blobs.TryGetValue(digest, out var found) ? Results.Bytes(found, "application/octet-stream") : Results.NotFound());
        routes.MapPost("/v2/{repository}/blobs/uploads/", (string repository) =>
            Accepted($"/v2/{repository}/blobs/uploads/{Guid.NewGuid():N}"));
        routes.MapPatch("/v2/{repository}/blobs/uploads/{id}", async (string repository, string id, HttpRequest request) =>
        {
            blobs[id] = [.. blobs.GetValueOrDefault(id) ?? [], .. await ReadAsync(request)];
            return Accepted($"/v2/{repository}/blobs/uploads/{id}");
        });
        routes.MapPut("/v2/{repository}/blobs/uploads/{id}", async (string id, string digest, HttpRequest request) =>
        {
            byte[] bytes = [.. blobs.GetValueOrDefault(id) ?? [], .. await ReadAsync(request)];
            return Add(bytes).Digest == digest ? Results.Created() : Results.BadRequest();
        });
        routes.MapPut("/v2/{repository}/manifests/{reference}", async (string repository, string reference, HttpRequest request) =>
        {
            var bytes = await ReadAsync(request);
            manifests[$"{repository}:{reference}"] = (request.ContentType!, bytes);
            return Results.Created();
        });
    }

    private static IResult Accepted(string location) => Results.Accepted(location);

    private (string Digest, int Length) Add(byte[] bytes)
    {
        var digest = Digest(bytes);
        blobs[digest] = bytes;
        return (digest, bytes.Length);
    }

    private static JsonObject Descriptor(string type, (string Digest, int Length) content) => new()
    {
        ["mediaType"] = type,
        ["digest"] = content.Digest,
        ["size"] = content.Length,
    };

    private static string Digest(byte[] bytes) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
