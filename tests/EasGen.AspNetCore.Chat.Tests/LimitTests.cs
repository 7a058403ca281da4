using System.Net;
using System.Runtime.CompilerServices;
using EasGen.AspNetCore.Chat.Tests.Kit;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenAI.Chat;
using Clients = EasGen.AspNetCore.Chat.Tests.Kit.Clients;

namespace EasGen.AspNetCore.Chat.Tests;

/// <summary>The limits of predict endpoints: places, time, and the end of the service and of its callers.</summary>
public class LimitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly UserChatMessage Hello = new("Hello");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_too_many_is_429_and_comes_again(bool streams)
    {
        using var gate = new Gate<int>();
        await using var app = await Clients.Listen(
            new Talker(cancellationToken => Held(gate, cancellationToken)), options: new() { MaxConcurrency = 1, MaxQueue = 0 });
        var first = Ask(app, streams);
        await app.Until(_ => gate.Calls.Length == 1);

        var refused = await Failures.Thrown(() => Ask(app, streams), HttpStatusCode.TooManyRequests, "enough requests wait already");
        // By itself the client waits as long as it is told, and asks again.
        var second = Ask(app, streams, retries: 3);
        gate.Open(2);

        Assert.Equal("1", refused.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var after) is true ? after : null);
        Assert.Contains("rate_limit_exceeded", refused.Message, StringComparison.Ordinal);
        Assert.Equal(("Hi", "Hi"), (await first, await second));
    }

    [Fact]
    public async Task What_waits_for_its_place_is_answered()
    {
        using var gate = new Gate<int>();
        await using var app = await Clients.Listen(
            new Talker(cancellationToken => Held(gate, cancellationToken)), options: new() { MaxConcurrency = 1, MaxQueue = 1 });
        var calls = new[] { Ask(app, streams: true), Ask(app, streams: false) };
        await app.UntilQueued(1);

        gate.Open(2);

        Assert.Equal(["Hi", "Hi"], await Task.WhenAll(calls));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_declared_time_limit_before_the_first_word_is_408(bool streams)
    {
        using var gate = new Gate<int>();
        await using var app = await Clients.Listen(
            new Talker(cancellationToken => Held(gate, cancellationToken)), App.Plain with { RequestTimeoutMilliseconds = 1000 });

        var thrown = await Failures.Thrown(() => Ask(app, streams), HttpStatusCode.RequestTimeout, "No answer within 1000 ms.");

        Assert.Contains("request_timeout", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_caller_that_leaves_ends_the_call(bool streams)
    {
        var left = new TaskCompletionSource();
        using var gate = new Gate<int>();
        await using var app = await Clients.Listen(new Talker(cancellationToken => Until(gate, left, cancellationToken)));
        using var leave = new CancellationTokenSource();

        Task call = streams
            ? app.Chat().CompleteChatStreamingAsync([Hello], cancellationToken: leave.Token).ToListAsync().AsTask()
            : app.Chat().CompleteChatAsync([Hello], cancellationToken: leave.Token);
        await app.Until(_ => gate.Calls.Length == 1);
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await left.Task.WaitAsync(Patience);
        await app.Until(static app => app.InFlight == 0);
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task A_caller_that_has_read_enough_ends_the_call()
    {
        var left = new TaskCompletionSource();
        await using var app = await Clients.Listen(new Talker(cancellationToken => Endless(left, cancellationToken)));

        await foreach (var chunk in app.AI().GetStreamingResponseAsync("Hello"))
        {
            if (chunk.Text == "word ")
                break;
        }

        await left.Task.WaitAsync(Patience);
        await app.Until(static app => app.InFlight == 0);
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task A_service_that_loads_is_503_and_then_it_answers()
    {
        var loaded = new TaskCompletionSource();
        await using var app = await App.Listen(
            service => service.Startup((_, _) => new(loaded.Task)),
            use: static app => app.MapEasChat<Scripted>(static _ => Talker.Saying("Hi")),
            waitForLoad: false);

        var thrown = await Failures.Thrown(() => Ask(app, streams: false), HttpStatusCode.ServiceUnavailable, "is not loaded");
        var patient = Ask(app, streams: true, retries: 3);
        loaded.SetResult();

        Assert.Equal("1", thrown.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var after) is true ? after : null);
        Assert.Equal("Hi", await patient);
        Assert.Contains("service_unavailable", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_runs_when_the_service_stops_is_finished()
    {
        using var gate = new Gate<int>();
        await using var app = await Clients.Listen(
            new Talker(cancellationToken => Held(gate, cancellationToken)), App.Plain with { DrainSeconds = 0 });
        var calls = new[] { Ask(app, streams: true), Ask(app, streams: false) };
        await app.Until(_ => gate.Calls.Length == 2);

        var stopping = app.Services.GetRequiredService<IHost>().StopAsync();
        gate.Open(2);

        Assert.Equal(["Hi", "Hi"], await Task.WhenAll(calls));
        await stopping.WaitAsync(Patience);
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task What_outlasts_the_end_of_the_service_is_told_so()
    {
        using var gate = new Gate<int>();
        await using var app = await Clients.Listen(
            new Talker(cancellationToken => Held(gate, cancellationToken)), App.Plain with { GracePeriodSeconds = 4, DrainSeconds = 0 });
        var call = Ask(app, streams: false);
        await app.Until(_ => gate.Calls.Length == 1);

        var stopping = app.Services.GetRequiredService<IHost>().StopAsync();

        await Failures.Thrown(() => call, HttpStatusCode.ServiceUnavailable, "is shutting down");
        await stopping.WaitAsync(Patience);
    }

    private static async Task<string> Ask(App app, bool streams, int retries = 0)
    {
        if (!streams)
            return (await app.Chat(retries: retries).CompleteChatAsync(Hello)).Value.Content[0].Text;
        var chunks = await app.Chat(retries: retries).CompleteChatStreamingAsync(Hello).ToListAsync();
        return string.Concat(chunks.SelectMany(static chunk => chunk.ContentUpdate).Select(static part => part.Text));
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Held(
        Gate<int> gate,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await gate.Pass([1], cancellationToken);
        yield return new(ChatRole.Assistant, "Hi");
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Until(
        Gate<int> gate,
        TaskCompletionSource left,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await gate.Pass([1], cancellationToken);
            yield break;
        }
        finally
        {
            left.SetResult();
        }
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Endless(
        TaskCompletionSource left,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                yield return new(ChatRole.Assistant, "word ");
                await Task.Delay(1, cancellationToken);
            }
        }
        finally
        {
            left.SetResult();
        }
    }
}
