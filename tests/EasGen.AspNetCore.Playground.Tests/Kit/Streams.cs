using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EasGen.AspNetCore.Playground.Tests.Kit;

/// <summary>A service that streams, and one that chats: a word each time that the test lets one go.</summary>
internal static class Streams
{
    public static readonly string[] Words = ["Shall ", "I ", "compare ", "thee?"];

    public static Task<App> Start(Gate<string>? gate = null) => Playgrounds.Flowers(
        service =>
        {
            service.Predict<Flower, Species>("/", static (_, flower, _) => new("setosa", flower.PetalLength));
            service.PredictStream<string, Word>("/stream", (_, prompt, cancel) => new(Say(prompt, gate, cancel)));
        },
        app =>
        {
            app.MapPost("/v1/chat/completions", context => Chat(context, gate));
            app.MapGet("/v1/models", static () => Results.Text("""{"data":[{"id":"sonneteer"}]}""", "application/json"));
        });

    private static async IAsyncEnumerable<Word> Say(string prompt, Gate<string>? gate, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (prompt == "fail")
            throw new BadHttpRequestException("There is nothing to say.");
        foreach (var word in Words)
        {
            if (gate is not null)
                await gate.Pass([word], cancel);
            yield return new(word);
        }
    }

    // The form of the OpenAI API, by hand: the page has to do with whatever serves it.
    private static async Task Chat(HttpContext context, Gate<string>? gate)
    {
        var request = await JsonDocument.ParseAsync(context.Request.Body);
        var said = request.RootElement.GetProperty("messages").EnumerateArray().Last().Text("content");
        if (said == "fail")
        {
            context.Response.StatusCode = 429;
            await context.Response.WriteAsync("""{"error":{"message":"Too much is being said."}}""");
            return;
        }

        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync("""data: {"choices":[{"delta":{"role":"assistant"}}]}""" + "\n\n");
        foreach (var word in Words)
        {
            if (gate is not null)
                await gate.Pass([word], context.RequestAborted);
            await context.Response.WriteAsync($$$"""data: {"choices":[{"delta":{"content":"{{{word}}}"}}]}""" + "\n\n");
            await context.Response.Body.FlushAsync();
            if (said == "fail later")
            {
                await context.Response.WriteAsync("""data: {"error":{"message":"The model is gone."}}""" + "\n\n");
                return;
            }
        }
        await context.Response.WriteAsync("data: [DONE]\n\n");
    }
}

internal sealed record Word(string Text);
