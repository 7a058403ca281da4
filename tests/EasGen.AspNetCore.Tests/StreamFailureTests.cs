using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Tests;

/// <summary>How a stream ends that does not end by itself.</summary>
public class StreamFailureTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_goes_wrong_before_the_first_item_is_a_usual_problem()
    {
        await using var app = await App.Start(static service =>
        {
            service.PredictStream<int, int>(
                "/call",
                static ValueTask<IAsyncEnumerable<int>> (_, _, _) => throw new InvalidOperationException("password=hunter2"));
            service.PredictStream<int, int>(
                "/step",
                static (_, _, _) => new(Failing(0, new InvalidOperationException("password=hunter2"))));
            service.PredictStream<int, int>(
                "/refuse",
                static (_, _, _) => new(Failing(0, new BadHttpRequestException("Only one.", StatusCodes.Status422UnprocessableEntity))));
            service.PredictStream<int, double>("/item", static (_, _, _) => new(new[] { double.NaN }.ToAsyncEnumerable()));
        });

        foreach (var route in new[] { "/call", "/step", "/item" })
        {
            using var response = await app.Client.PostText(route, "1");
            Assert.DoesNotContain(
                "hunter2",
                (await response.Problem(HttpStatusCode.InternalServerError)).ToString(),
                StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("X-Accel-Buffering"));
        }
        using var refused = await app.Client.PostText("/refuse", "1");
        using var malformed = await app.Client.PostText("/step", "x");

        Assert.Equal("Only one.", (await refused.Problem(HttpStatusCode.UnprocessableEntity)).Text("detail"));
        await malformed.Problem(HttpStatusCode.BadRequest);
        Assert.Equal(3, app.Log.Entries.Count(entry => entry.Level == LogLevel.Error));
    }

    // As a client of a database does, which tells in its own way that it was cancelled.
    [Fact]
    public async Task What_a_step_throws_because_it_is_late_is_a_timeout()
    {
        static async IAsyncEnumerable<int> Late(int items, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            for (var item = 0; item < items; item++)
                yield return item;
            await Task.Yield();
            cancellationToken.WaitHandle.WaitOne();
            throw new InvalidOperationException("cancelled, says the database");
        }
        await using var app = await App.Start(
            static service => service.PredictStream<int, int>("/", static (_, items, token) => new(Late(items, token))),
            App.Plain with { RequestTimeoutMilliseconds = 100 });

        for (var times = 0; times < 10; times++)
        {
            using var whole = await app.Client.PostText("/", "0");
            await whole.Problem(HttpStatusCode.RequestTimeout);
            using var events = await Events.Post(app.Client, "/", "1");
            Assert.Equal("data: 0", await events.Next());
            await events.Problem(HttpStatusCode.RequestTimeout);
        }
        Assert.DoesNotContain(app.Log.Entries, static entry => entry.Level == LogLevel.Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_exception_after_the_first_item_is_the_last_event(bool real)
    {
        Action<EasServiceBuilder<Scripted>> declare = static service => service.PredictStream<int, int>(
            "/",
            static (_, _, _) => new(Failing(2, new InvalidOperationException("password=hunter2"))));
        await using var app = real ? await App.Listen(declare) : await App.Start(declare);

        using var events = await Events.Post(app.Client, "/", "1");

        Assert.Equal(("data: 1", "data: 2"), (await events.Next(), await events.Next()));
        var problem = await events.Problem(HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("hunter2", problem.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.Text("traceId"));
        Assert.Equal("password=hunter2", Assert.Single(app.Log.Entries, entry => entry.Level == LogLevel.Error).Exception?.Message);
    }

    [Fact]
    public async Task An_item_that_is_no_JSON_leaves_no_half_event()
    {
        await using var app = await App.Start(static service =>
            service.PredictStream<int, double[]>(
                "/",
                static (_, _, _) => new(new double[][] { [1], [.. Enumerable.Repeat(1.0, 100_000), double.NaN] }.ToAsyncEnumerable())));

        using var events = await Events.Post(app.Client, "/", "1");

        Assert.Equal("data: [1]", await events.Next());
        await events.Problem(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task The_declared_timeout_before_the_first_item_is_a_usual_problem()
    {
        var disposed = new TaskCompletionSource();
        await using var app = await App.Start(
            service => service.PredictStream<int, int>("/", (_, _, cancellationToken) => new(Endless(0, disposed, cancellationToken))),
            App.Plain with { RequestTimeoutMilliseconds = 1500 });

        using var response = await app.Client.PostText("/", "1");

        await response.Problem(HttpStatusCode.RequestTimeout);
        await disposed.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task The_declared_timeout_after_the_first_item_is_the_last_event()
    {
        var disposed = new TaskCompletionSource();
        await using var app = await App.Listen(
            service => service.PredictStream<int, int>("/", (_, _, cancellationToken) => new(Endless(1, disposed, cancellationToken))),
            App.Plain with { RequestTimeoutMilliseconds = 1500 });

        using var events = await Events.Post(app.Client, "/", "1");

        Assert.Equal("data: 1", await events.Next());
        Assert.Equal("No end of the answer within 1500 ms.", (await events.Problem(HttpStatusCode.RequestTimeout)).Text("detail"));
        Assert.True(disposed.Task.IsCompletedSuccessfully);
        Assert.Contains(app.Log.Warnings, text => text.Contains("1500 ms", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stream_that_does_not_heed_its_token_times_out_all_the_same()
    {
        var (late, disposed) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var app = await App.Listen(
            service =>
            {
                service.PredictStream<int, int>("/late", (_, _, _) => new(Late(late.Task, disposed)));
                service.PredictStream<int, int>("/busy", static (_, _, _) => new(Enumerable.Repeat(1, int.MaxValue).ToAsyncEnumerable()));
            },
            App.Plain with { RequestTimeoutMilliseconds = 1500 });

        using var events = await Events.Post(app.Client, "/late", "1");
        Assert.Equal("data: 1", await events.Next());
        await events.Problem(HttpStatusCode.RequestTimeout);
        Assert.False(disposed.Task.IsCompleted);
        late.SetResult();
        await disposed.Task.WaitAsync(Patience);

        using var busy = await Events.Post(app.Client, "/busy", "1");
        Assert.StartsWith("event: error", (await busy.Rest())[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_that_leaves_ends_the_stream_silently(bool http2)
    {
        var disposed = new TaskCompletionSource();
        await using var app = await App.Listen(
            service => service.PredictStream<int, int>("/", (_, _, cancellationToken) => new(Endless(1, disposed, cancellationToken))),
            App.Plain with { Grpc = http2 });
        if (http2)
            (
                app.Client.DefaultRequestVersion,
                app.Client.DefaultVersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);

        using (var events = await Events.Post(app.Client, "/", "1"))
            Assert.Equal("data: 1", await events.Next());

        await disposed.Task.WaitAsync(Patience);
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task A_client_that_reads_nothing_does_not_hold_the_stream_beyond_the_timeout()
    {
        var disposed = new TaskCompletionSource();
        await using var app = await App.Listen(
            service => service.PredictStream<int, string>("/", (_, _, cancellationToken) => new(Flood(disposed, cancellationToken))),
            App.Plain with { RequestTimeoutMilliseconds = 1000 });
        using var client = new TcpClient("localhost", app.Client.BaseAddress!.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n1"));

        await disposed.Task.WaitAsync(Patience);
    }

    private static async IAsyncEnumerable<int> Failing(int items, Exception exception)
    {
        for (var i = 1; i <= items; i++)
            yield return i;
        await Task.Yield();
        throw exception;
    }

    private static async IAsyncEnumerable<int> Endless(
        int items,
        TaskCompletionSource disposed,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 1; i <= items; i++)
                yield return i;
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            disposed.SetResult();
        }
    }

    private static async IAsyncEnumerable<int> Late(Task late, TaskCompletionSource disposed)
    {
        try
        {
            yield return 1;
            await late;
            yield return 2;
        }
        finally
        {
            disposed.SetResult();
        }
    }

    private static async IAsyncEnumerable<string> Flood(
        TaskCompletionSource disposed,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                yield return new string('x', 100_000);
            }
        }
        finally
        {
            disposed.SetResult();
        }
    }
}
