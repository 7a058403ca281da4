using System.Net;
using System.Text;
using System.Text.Json;

namespace EasGen.AspNetCore.Tests.Kit;

/// <summary>A response of server-sent events, read as it arrives.</summary>
internal sealed class Events : IDisposable
{
    private readonly HttpResponseMessage response;
    private readonly StreamReader reader;

    private Events(HttpResponseMessage response, Stream body) =>
        (this.response, reader) = (response, new StreamReader(body, new UTF8Encoding(false, throwOnInvalidBytes: true)));

    public static async Task<Events> Post(HttpClient client, string route, string body, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(route, UriKind.Relative))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Version = client.DefaultRequestVersion,
            VersionPolicy = client.DefaultVersionPolicy,
        };
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no", Assert.Single(response.Headers.GetValues("X-Accel-Buffering")));
        Assert.True(response.Headers.CacheControl is { NoCache: true, NoStore: true });
        return new(response, await response.Content.ReadAsStreamAsync(cancellationToken));
    }

    /// <summary>The next event, without the empty line at its end; null at the end of the stream.</summary>
    public async Task<string?> Next()
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) is { } line)
        {
            if (line.Length == 0)
                return string.Join('\n', lines);
            lines.Add(line);
        }
        Assert.Empty(lines);
        return null;
    }

    public async Task<List<string>> Rest()
    {
        var events = new List<string>();
        while (await Next() is { } next)
            events.Add(next);
        return events;
    }

    /// <summary>The problem that the next event is, once it is certain that no other follows.</summary>
    public async Task<JsonElement> Problem(HttpStatusCode expected)
    {
        const string head = "event: error\ndata: ";
        var last = Assert.Single(await Rest());
        Assert.StartsWith(head, last, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(last[head.Length..]);
        Assert.Equal((int)expected, document.RootElement.GetProperty("status").GetInt32());
        return document.RootElement.Clone();
    }

    public void Dispose()
    {
        reader.Dispose();
        response.Dispose();
    }
}
