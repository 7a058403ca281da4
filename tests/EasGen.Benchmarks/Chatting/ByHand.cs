using System.Text.Json;
using System.Text.Json.Serialization;
using EasGen.Benchmarks.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace EasGen.Benchmarks.Chatting;

/// <summary>The least that streams the same answer: no limits, no errors, no tools, nothing but text.</summary>
internal static class ByHand
{
    public static void Run()
    {
        var builder = Apps.Builder();
        builder.Services.ConfigureHttpJsonOptions(
            static json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ByHandJson.Default));
        builder.Services.AddSingleton<Chatter>();
        builder.WebHost.ConfigureKestrel(Apps.Listen);
        var app = builder.Build();
        app.MapGet(Chatter.Eas.StartupPath, static () => "");
        app.MapPost("/v1/chat/completions", Stream);
        app.Run();
    }

    private static async Task Stream(Question question, Chatter chatter, HttpContext context)
    {
        var messages = question.Messages.Select(static message => new ChatMessage(new(message.Role), message.Content)).ToArray();
        var (id, created) = ($"chatcmpl-{Guid.NewGuid():N}", DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        context.Response.ContentType = "text/event-stream";
        await foreach (var update in chatter.GetStreamingResponseAsync(messages, null, context.RequestAborted))
            await Send(new(id, "chat.completion.chunk", created, "chatter", [new(0, new(update.Text), null)]));
        await Send(new(id, "chat.completion.chunk", created, "chatter", [new(0, new(null), "stop")]));
        await context.Response.Body.WriteAsync("data: [DONE]\n\n"u8.ToArray());

        async Task Send(Chunk chunk)
        {
            await context.Response.Body.WriteAsync("data: "u8.ToArray());
            await JsonSerializer.SerializeAsync(context.Response.Body, chunk, ByHandJson.Default.Chunk);
            await context.Response.Body.WriteAsync("\n\n"u8.ToArray());
            await context.Response.Body.FlushAsync();
        }
    }

    internal sealed record Question(Message[] Messages);

    internal sealed record Message(string Role, string Content);

    internal sealed record Chunk(string Id, string Object, long Created, string Model, Choice[] Choices);

    internal sealed record Choice(int Index, Delta Delta, string? FinishReason);

    internal sealed record Delta(string? Content);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ByHand.Question))]
[JsonSerializable(typeof(ByHand.Chunk))]
internal sealed partial class ByHandJson : JsonSerializerContext;
