using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace EasGen.AspNetCore.Tests.Kit;

internal static class Http
{
    /// <summary>Posts a body as it is, JSON or not.</summary>
    public static Task<HttpResponseMessage> PostText(
        this HttpClient client,
        string route,
        string body,
        string? contentType = "application/json") =>
        client.PostBytes(route, Encoding.UTF8.GetBytes(body), contentType);

    public static async Task<HttpResponseMessage> PostBytes(
        this HttpClient client,
        string route,
        byte[] body,
        string? contentType = "application/json")
    {
        using var content = new ByteArrayContent(body);
        if (contentType is not null)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await client.PostAsync(new Uri(route, UriKind.Relative), content);
    }

    /// <summary>Posts JSON with <c>Content-Encoding: gzip</c>.</summary>
    public static async Task<HttpResponseMessage> PostPacked(this HttpClient client, string route, byte[] body, bool packed = false)
    {
        using var content = new ByteArrayContent(packed ? body : Pack(body))
        {
            Headers = { ContentType = new("application/json"), ContentEncoding = { "gzip" } },
        };
        return await client.PostAsync(new Uri(route, UriKind.Relative), content);
    }

    public static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    public static async Task<JsonElement> Json(this HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    /// <summary>A probe's status code and body.</summary>
    public static async Task<(HttpStatusCode Code, JsonElement Body)> Probe(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, await response.Json());
    }

    /// <summary>The body, once it is certain that it is a problem with this status.</summary>
    public static async Task<JsonElement> Problem(this HttpResponseMessage response, HttpStatusCode expected)
    {
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.ToString());
        var problem = await response.Json();
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        return problem;
    }

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
