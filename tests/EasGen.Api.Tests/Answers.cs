using System.Net;
using System.Text;

namespace EasGen.Api.Tests;

/// <summary>Answers a client one prepared answer after the other, and keeps what it was asked.</summary>
internal sealed class Answers : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> answers = new();

    public List<Asked> Requests { get; } = [];

    public EasClient Client(EasCredentials? credentials = null, int retries = 3) => new(
        new HttpClient(this),
        new EasClientOptions("cn-shanghai", credentials ?? new("id", "secret"))
        {
            MaxRetries = retries,
            TimeProvider = new MovableClock(),
        });

    public Answers Add(int status, string body, params (string Name, string Value)[] headers)
    {
        answers.Enqueue(() =>
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            };
            foreach (var (name, value) in headers)
                answer.Headers.Add(name, value);
            return answer;
        });
        return this;
    }

    public Answers Lose()
    {
        answers.Enqueue(static () => throw new HttpRequestException("connection reset"));
        return this;
    }

    public Answers Late()
    {
        answers.Enqueue(static () => throw new TaskCanceledException("timeout"));
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>());
        Requests.Add(new(
            request.Method.Method,
            request.RequestUri!.AbsoluteUri,
            headers.ToDictionary(
                static header => header.Key, static header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        return answers.Dequeue()();
    }
}

/// <summary>What a client has sent.</summary>
internal sealed record Asked(string Method, string Address, IReadOnlyDictionary<string, string> Headers, string Body);
