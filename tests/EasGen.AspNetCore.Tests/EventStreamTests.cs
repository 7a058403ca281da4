using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EasGen.AspNetCore.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EasGen.AspNetCore.Tests;

/// <summary>One event after the other, each whole, whoever stops waiting for it.</summary>
public sealed class EventStreamTests : IDisposable
{
    private static readonly JsonTypeInfo<int> Number =
        (JsonTypeInfo<int>)new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }.GetTypeInfo(typeof(int));

    private readonly SlowBody body = new();
    private readonly Unbuffered feature;
    private readonly DefaultHttpContext context = new();
    private readonly EventStream events;

    public EventStreamTests()
    {
        feature = new(body);
        context.Features.Set<IHttpResponseBodyFeature>(feature);
        events = new(context);
    }

    public void Dispose() => body.Dispose();

    [Fact]
    public async Task An_event_leaves_at_once()
    {
        body.Open();
        await events.Write(1, Number, CancellationToken.None);

        Assert.Equal(("data: 1\n\n", 1, 1), (body.Text, body.Flushes, feature.Disabled));
        Assert.Equal("text/event-stream", context.Response.ContentType);
        Assert.Equal("no-cache,no-store", context.Response.Headers.CacheControl.ToString());
        Assert.Same(events, context.Features.Get<EventStream>());
    }

    [Fact]
    public async Task A_last_line_may_be_the_first_as_well()
    {
        body.Open();
        await events.End("[DONE]"u8.ToArray());

        Assert.Equal(("data: [DONE]\n\n", "text/event-stream", 1), (body.Text, context.Response.ContentType, body.Flushes));
    }

    [Fact]
    public async Task One_that_writes_waits_for_its_event()
    {
        var writing = events.Write(1, Number, CancellationToken.None);
        Assert.False(writing.IsCompleted);

        body.Open();

        await writing.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(false, "data: 1\n\nevent: error\ndata: 2\n\n")]
    [InlineData(true, "data: 1\n\ndata: [DONE]\n\n")]
    public async Task The_last_event_comes_behind_one_that_nobody_waits_for(bool isLine, string expected)
    {
        using var patience = new CancellationTokenSource();
        var writing = events.Write(1, Number, patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);

        var ending = isLine ? events.End("[DONE]"u8.ToArray()) : events.End(2, Number, "error");
        Assert.False(ending.IsCompleted);
        body.Open();

        await ending.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal((expected, 2), (body.Text, body.Flushes));
    }

    [Fact]
    public async Task After_the_client_has_left_nothing_is_under_way()
    {
        using var aborted = new CancellationTokenSource();
        context.RequestAborted = aborted.Token;
        var writing = events.Write(1, Number, aborted.Token);

        await aborted.CancelAsync();
        await Task.Delay(50);
        Assert.False(writing.IsCompleted);
        body.Open();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    private sealed class Unbuffered(Stream stream) : StreamResponseBodyFeature(stream)
    {
        public int Disabled { get; private set; }

        public override void DisableBuffering() => Disabled++;
    }

    // Nothing is through before it is opened.
    private sealed class SlowBody : MemoryStream
    {
        private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Text => Encoding.UTF8.GetString(ToArray());

        public int Flushes { get; private set; }

        public void Open() => opened.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await opened.Task.WaitAsync(cancellationToken);
            Write(buffer.Span);
        }

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            Flushes++;
            return Task.CompletedTask;
        }
    }
}
