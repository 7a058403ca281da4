using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EasGen.AspNetCore.Http;

/// <summary>
/// A response of server-sent events. The first event begins it: until then a problem can still take its place, after that
/// a problem is its last event. .NET 9 has no such writer in the framework, so that this one serves all.
/// </summary>
internal sealed class EventStream
{
    public const string ContentType = "text/event-stream";

    private readonly ArrayBufferWriter<byte> data = new();
    private readonly ArrayBufferWriter<byte> message = new();
    private readonly HttpContext context;
    private Task sending = Task.CompletedTask;

    public EventStream(HttpContext context)
    {
        this.context = context;
        context.Features.Set(this);
    }

    /// <summary>Sends one event. A client that reads too slowly holds up the caller no longer than the token allows.</summary>
    public async Task Write<T>(T item, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        Compose(item, type);
        Begin();
        sending = Send();
        try
        {
            await sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The server ends such a write at once; after that the context may belong to another request.
            await sending.ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Sends the last event, also when the one before it was given up.</summary>
    /// <param name="item">What the event holds.</param>
    /// <param name="type">Its contract.</param>
    /// <param name="name">The name of the event; null for one like those before it.</param>
    public async Task End<T>(T item, JsonTypeInfo<T> type, string? name = null)
    {
        await sending.ConfigureAwait(false);
        Compose(item, type, name);
        await Send().ConfigureAwait(false);
    }

    /// <summary>Sends a last event that is not JSON, also when there was none before it.</summary>
    public async Task End(ReadOnlyMemory<byte> line)
    {
        await sending.ConfigureAwait(false);
        Compose(line.Span);
        Begin();
        await Send().ConfigureAwait(false);
    }

    /// <summary>Sets the headers, which leave with the first event, or with the end of a stream without any.</summary>
    public void Begin()
    {
        if (context.Response.HasStarted)
            return;

        context.Response.ContentType = ContentType;
        context.Response.Headers.CacheControl = "no-cache,no-store";
        // What holds bytes back between the service and its client: the server's own middleware, and proxies of nginx's kind.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    // Serialized as a whole before the first byte leaves, so that no event is cut off by a failure.
    private void Compose<T>(T item, JsonTypeInfo<T> type, string? name = null)
    {
        data.ResetWrittenCount();
        // Options may indent; here the JSON is one line.
        using (var writer = new Utf8JsonWriter(data, new() { Encoder = type.Options.Encoder }))
            JsonSerializer.Serialize(writer, item, type);
        Compose(OneLine(data.WrittenSpan), name);
    }

    private void Compose(ReadOnlySpan<byte> line, string? name = null)
    {
        message.ResetWrittenCount();
        if (name is not null)
            message.Write(Encoding.UTF8.GetBytes($"event: {name}\n"));
        message.Write("data: "u8);
        message.Write(line);
        message.Write("\n\n"u8);
    }

    /// <summary>
    /// Without the line breaks that a converter may have written as they are: in JSON they are white space, here they would
    /// end the data.
    /// </summary>
    private static ReadOnlySpan<byte> OneLine(ReadOnlySpan<byte> json)
    {
        if (json.IndexOfAny((byte)'\n', (byte)'\r') < 0)
            return json;

        var line = json.ToArray();
        line.AsSpan().Replace((byte)'\n', (byte)' ');
        line.AsSpan().Replace((byte)'\r', (byte)' ');
        return line;
    }

    // Not cancelled: a cancelled write would cut the connection, and the last event with it.
    private async Task Send()
    {
        await context.Response.Body.WriteAsync(message.WrittenMemory, CancellationToken.None).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(CancellationToken.None).ConfigureAwait(false);
    }
}
