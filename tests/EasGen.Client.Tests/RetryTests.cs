using System.Net;
using System.Net.Http.Headers;

namespace EasGen.Client.Tests;

/// <summary>What the client sends, and when it sends it again.</summary>
public class RetryTests
{
    private static readonly Uri Gateway = new("http://1234.cn-shanghai.pai-eas.aliyuncs.com/api/predict/answering");

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_refused_request_is_sent_again(HttpStatusCode status)
    {
        var service = new Scripted(
            Later(status), Later(status), Later(status), new(HttpStatusCode.OK) { Content = new StringContent("3") });

        Assert.Equal(3, await service.Client().AddAsync(new(1, 2)));
        Assert.Equal(4, service.Bodies.Count);
        Assert.All(service.Bodies, static body => Assert.Equal("""{"a":1,"b":2}""", body));
    }

    [Fact]
    public async Task After_three_retries_the_refusal_is_the_answer()
    {
        var service = new Scripted(() => Later(HttpStatusCode.TooManyRequests));

        var problem = await Assert.ThrowsAsync<AnsweringClient.ProblemException>(() => service.Client().AddAsync(new(1, 2)));

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.Zero), (problem.StatusCode, problem.RetryAfter));
        Assert.Equal(4, service.Bodies.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, 0)]
    [InlineData(HttpStatusCode.InternalServerError, 0)]
    [InlineData(HttpStatusCode.ServiceUnavailable, null)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 31)]
    [InlineData(HttpStatusCode.TooManyRequests, null)]
    public async Task What_does_not_promise_more_is_not_sent_again(HttpStatusCode status, int? seconds)
    {
        var service = new Scripted(() => Later(status, seconds));

        var problem = await Assert.ThrowsAsync<AnsweringClient.ProblemException>(() => service.Client().AddAsync(new(1, 2)));

        Assert.Equal((status, $"{(int)status}: later"), (problem.StatusCode, problem.Message));
        Assert.Single(service.Bodies);
    }

    [Fact]
    public async Task Nothing_is_sent_again_that_should_not_be()
    {
        var service = new Scripted(() => Later(HttpStatusCode.TooManyRequests));
        var client = service.Client();
        client.MaxRetries = 0;

        await Assert.ThrowsAsync<AnsweringClient.ProblemException>(() => client.AddAsync(new(1, 2)));
        Assert.Single(service.Bodies);
        client.MaxRetries = 3;
        await Assert.ThrowsAsync<AnsweringClient.ProblemException>(() => client.CopyAsync(new MemoryStream([1])));
        Assert.Equal(2, service.Bodies.Count);
    }

    [Fact]
    public async Task A_date_says_it_too()
    {
        var late = Later(HttpStatusCode.ServiceUnavailable);
        late.Headers.RetryAfter = new RetryConditionHeaderValue(DateTimeOffset.UtcNow.AddMinutes(-1));
        var service = new Scripted(late, new(HttpStatusCode.OK) { Content = new StringContent("3") });

        Assert.Equal(3, await service.Client().AddAsync(new(1, 2)));
    }

    [Theory]
    [InlineData("", "/api/predict/answering", "/api/predict/answering/batch")]
    [InlineData("/", "/api/predict/answering/", "/api/predict/answering/batch")]
    public async Task The_address_is_that_of_the_service(string end, string root, string batch)
    {
        var service = new Scripted(() => new(HttpStatusCode.OK) { Content = new StringContent("3") });
        var client = service.Client(new(Gateway + end));

        await client.AddAsync(new(1, 2));
        await client.InvertAsync(new(1, 2));

        Assert.Equal([root, batch], service.Requests.Select(static request => request.RequestUri!.AbsolutePath));
        Assert.All(service.Requests, static request => Assert.Equal(["secret token"], request.Headers.GetValues("Authorization")));
    }

    [Fact]
    public async Task Without_an_address_it_says_so()
    {
        var nowhere = await Assert.ThrowsAsync<InvalidOperationException>(() => new AnsweringClient(new()).AddAsync(new(1, 2)));

        Assert.Contains("BaseAddress", nowhere.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(static () => new AnsweringClient(null!));
    }

    [Theory]
    [InlineData("<html>Bad gateway</html>", "502: <html>Bad gateway</html>")]
    [InlineData("", "502")]
    [InlineData("[1]", "502: [1]")]
    [InlineData("""{"title":"No","detail":7,"status":"x"}""", "502: No")]
    public async Task What_stands_between_has_words_of_its_own(string body, string message)
    {
        var service = new Scripted(() => new(HttpStatusCode.BadGateway) { Content = new StringContent(body) });

        var problem = await Assert.ThrowsAsync<AnsweringClient.ProblemException>(() => service.Client().AddAsync(new(1, 2)));

        Assert.Equal(message, problem.Message);
    }

    [Fact]
    public async Task A_problem_in_a_stream_may_have_a_status_that_is_none()
    {
        const string Events = "event: error\ndata: {\"status\":\"x\",\"title\":\"No\"}\n\n";
        var service = new Scripted(() => new(HttpStatusCode.OK) { Content = new StringContent(Events) });

        var problem = await Assert.ThrowsAsync<AnsweringClient.ProblemException>(async () =>
        {
            await foreach (var item in service.Client().CountAsync(new(1, 2)))
                Assert.Fail($"{item}");
        });

        Assert.Equal((null, "No"), (problem.StatusCode, problem.Message));
    }

    [Fact]
    public async Task Items_that_came_together_end_when_the_caller_cancels()
    {
        using var enough = new CancellationTokenSource();
        var service = new Scripted(() => new(HttpStatusCode.OK) { Content = new StringContent("data: 1\n\ndata: 2\n\n") });
        var items = new List<int>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in service.Client().CountAsync(new(1, 2), enough.Token))
            {
                items.Add(item);
                await enough.CancelAsync();
            }
        });

        Assert.Equal([1], items);
    }

    private static HttpResponseMessage Later(HttpStatusCode status, int? seconds = 0)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent("""{"detail":"later"}""") };
        if (seconds is { } pause)
            response.Headers.RetryAfter = new(TimeSpan.FromSeconds(pause));
        return response;
    }

    [Fact]
    public async Task An_answer_that_stops_in_its_middle_does_not_outlast_the_time_limit_of_the_client()
    {
        using var stalling = new Scripted(static () => new(HttpStatusCode.OK) { Content = new StallingContent() });
        using var http = new HttpClient(stalling) { BaseAddress = Gateway, Timeout = TimeSpan.FromMilliseconds(200) };
        var client = new AnsweringClient(http);

        await Assert.ThrowsAsync<TaskCanceledException>(() => client.AddAsync(new(1, 2)).WaitAsync(TimeSpan.FromSeconds(30)));
        await Assert.ThrowsAsync<TaskCanceledException>(() => client.ReverseAsync([1]).WaitAsync(TimeSpan.FromSeconds(30)));
        await Assert.ThrowsAsync<TaskCanceledException>(
            () => client.HalfAsync(new byte[] { 1 }).WaitAsync(TimeSpan.FromSeconds(30)));
    }

    private sealed class StallingContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            Task.Delay(Timeout.Infinite, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class Scripted(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        public Scripted(params HttpResponseMessage[] answers)
            : this(new Queue<HttpResponseMessage>(answers).Dequeue)
        {
        }

        public List<HttpRequestMessage> Requests { get; } = [];

        public List<string> Bodies { get; } = [];

        public AnsweringClient Client(Uri? address = null) => new(new(this) { BaseAddress = address ?? Gateway }, "secret token");

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return answer();
        }
    }
}
