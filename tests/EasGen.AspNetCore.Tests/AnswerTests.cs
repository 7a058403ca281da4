using System.Net;
using System.Net.Sockets;
using System.Text;
using EasGen.AspNetCore.Http;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;

namespace EasGen.AspNetCore.Tests;

/// <summary>What stands around an answer: its headers, its connection, and what is left of one that fails.</summary>
public class AnswerTests
{
    [Fact]
    public async Task A_failure_has_nothing_of_the_answer_that_was_begun()
    {
        await using var app = await App.Start(static service => service.Predict<int, IResult>("/", static (_, _, _) => new Half()));

        using var response = await app.Client.PostText("/", "1");

        await response.Problem(HttpStatusCode.InternalServerError);
        Assert.False(response.Headers.Contains("X-Half"));
    }

    [Fact]
    public async Task An_answer_that_fails_on_its_way_is_cut_off()
    {
        await using var app = await App.Listen(static service => service.Predict<int, Stream>("/", static (_, _, _) => new Broken()));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("1") };
        request.Content.Headers.ContentType = null;

        using var response = await app.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        var error = await Record.ExceptionAsync(() => response.Content.ReadAsByteArrayAsync().WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.True(error is HttpRequestException or IOException, $"{error}");
    }

    [Fact]
    public async Task A_stream_is_sent_from_where_it_is()
    {
        await using var app = await App.Listen(static service => service.Predict<int, Stream>(
            "/",
            static (_, position, _) => new MemoryStream([1, 2, 3, 4, 5]) { Position = position }));

        using var response = await app.Client.PostText("/", "2");

        Assert.Equal(3, response.Content.Headers.ContentLength);
        Assert.Equal([3, 4, 5], await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("Content-Length: 1\r\n\r\nx", false)]
    [InlineData("\r\n", false)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n", true)]
    public async Task The_connection_stays_unless_a_part_of_the_body_may(string behind, bool isClosed)
    {
        await using var app = await App.Listen(static service => service.Predict<int, int>("/", static (_, number, _) => number));
        using var socket = new TcpClient(app.Client.BaseAddress!.Host, app.Client.BaseAddress.Port);
        var stream = socket.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST / HTTP/1.1\r\nHost: x\r\n{behind}"));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var head = new List<string>();
        while (await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) is { Length: > 0 } line)
            head.Add(line);

        Assert.Equal("HTTP/1.1 400 Bad Request", head[0]);
        Assert.Equal(isClosed, head.Contains("Connection: close"));
    }

    [Fact]
    public async Task A_problem_has_the_trace_of_its_caller()
    {
        await using var app = await App.Listen(static service => service.Predict<int, int>("/", static (_, number, _) => number));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("x") };
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        request.Content.Headers.ContentType = null;

        using var response = await app.Client.SendAsync(request);

        Assert.StartsWith(
            "00-0af7651916cd43dd8448eb211c80319c-",
            (await response.Problem(HttpStatusCode.BadRequest)).Text("traceId"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_contracts_of_all_that_came_are_found()
    {
        var contracts = new EndpointContracts();
        contracts.Add(FlowerJson.Default);
        contracts.Add(Acme.IrisJsonContext.Default);
        contracts.Add(FlowerJson.Default);

        Assert.NotNull(contracts.GetTypeInfo(typeof(Flower), FlowerJson.Default.Options));
        Assert.NotNull(contracts.GetTypeInfo(typeof(Acme.IrisMeasurement), Acme.IrisJsonContext.Default.Options));
        Assert.Null(contracts.GetTypeInfo(typeof(AnswerTests), FlowerJson.Default.Options));
    }

    [Theory]
    [InlineData("v1/iris", "/v1/iris")]
    [InlineData("/v1/iris", "/v1/iris")]
    [InlineData("", "/")]
    public void A_path_begins_with_a_slash(string route, string path) => Assert.Equal(path, RoutePatternFactory.Parse(route).Path());

    private sealed class Half : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers["X-Half"] = "1";
            throw new InvalidOperationException("half");
        }
    }

    // Some bytes, and then an error.
    private sealed class Broken() : MemoryStream(new byte[100_000])
    {
        public override bool CanSeek => false;

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            await destination.WriteAsync(ToArray(), cancellationToken);
            await destination.FlushAsync(cancellationToken);
            throw new IOException("the disk is gone");
        }
    }
}
