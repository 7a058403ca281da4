using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Sonnets.Tests;

/// <summary>The requests of these tests, in exactly the version of HTTP that is asked for.</summary>
internal static class Http
{
    public static Task<HttpResponseMessage> Get(this HttpClient client, string path, Version? version = null) =>
        client.Send(new(HttpMethod.Get, path), version);

    public static Task<HttpResponseMessage> Post(this HttpClient client, string path, SonnetRequest request, Version? version = null) =>
        client.Send(new(HttpMethod.Post, path) { Content = JsonContent.Create(request) }, version);

    /// <summary>The tokens of a stream, as they arrive.</summary>
    public static async IAsyncEnumerable<Token> Tokens(this HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var body = await answer.Content.ReadAsStreamAsync();
        await foreach (var item in SseParser.Create(body).EnumerateAsync())
        {
            Assert.Equal("message", item.EventType);
            yield return JsonSerializer.Deserialize<Token>(item.Data, JsonSerializerOptions.Web)!;
        }
    }

    // The body of a stream is not waited for.
    private static async Task<HttpResponseMessage> Send(this HttpClient client, HttpRequestMessage request, Version? version)
    {
        (request.Version, request.VersionPolicy) = (version ?? HttpVersion.Version11, HttpVersionPolicy.RequestVersionExact);
        using (request)
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
