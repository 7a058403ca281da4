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

    private const string Gone = """{"error":{"message":"The model is gone."}}""";

    private const string Done = "[DONE]";

    /// <summary>The data of the events that answer a message.</summary>
    private static readonly Dictionary<string, string[]> Scripts = new()
    {
        ["fail at once"] = [Delta("\"role\":\"assistant\""), Gone],
        ["fail later"] = [Delta("\"content\":\"Shall \""), Gone],
        ["end at once"] = [Delta("\"role\":\"assistant\"")],
        ["end later"] = [Delta("\"content\":\"Shall \"")],
        ["say nothing"] = [Delta("\"content\":\"\""), Done],
        ["think"] =
        [
            Delta("\"reasoning_content\":\"A day, \",\"content\":null"), Delta("\"reasoning_content\":\"perhaps.\""),
            Delta("\"content\":\"Summer.\""), Done,
        ],
        ["refuse"] = [Delta("\"refusal\":\"I cannot \""), Delta("\"refusal\":\"say that.\""), Done],
        ["call"] =
        [
            Delta("""
                "content":null,"tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"weather","arguments":""}}]
                """),
            Delta("""
                "tool_calls":[{"index":0,"function":{"arguments":"{\"city\":"}}]
                """),
            Delta("""
                "tool_calls":[{"index":1,"id":"b","function":{"name":"time"}},{"index":0,"function":{"arguments":"\"Bath\"}"}}]
                """),
            Done,
        ],
    };

    private const string Repeat = "repeat ";

    private static string[]? Script(string said) =>
        said.StartsWith(Repeat, StringComparison.Ordinal) ? InAllFields(said[Repeat.Length..]) : Scripts.GetValueOrDefault(said);

    // Each field of a delta that the page shows, and at the end an error.
    private static string[] InAllFields(string text)
    {
        var json = JsonSerializer.Serialize(text);
        return
        [
            Delta($"\"reasoning\":{json}"),
            Delta($"\"content\":{json}"),
            Delta($"\"refusal\":{json}"),
            Delta($$$"""
                "tool_calls":[{"index":0,"function":{"name":{{{json}}},"arguments":{{{json}}}}}]
                """),
            $$$"""{"error":{"message":{{{json}}}}}""",
        ];
    }

    private static string Delta(string fields) => $$$"""{"choices":[{"delta":{{{{fields}}}}}]}""";

    public static Task<App> Start(Gate<string>? gate = null) => Playgrounds.Flowers(
        service =>
        {
            service.Predict<Flower, Species>("/", static (_, flower, _) => new("setosa", flower.PetalLength));
            service.PredictStream<string, Word>("/stream", (_, prompt, cancel) => new(Say(prompt, gate, cancel)));
        },
        app => MapChat(app, gate));

    /// <summary>A service without a method, all of which but the page is refused to those who do not send the token.</summary>
    public static Task<App> StartChatAlone(string token) => Playgrounds.Flowers(
        static _ => { },
        app =>
        {
            app.Use((context, next) =>
            {
                if (context.Request.Path == "/" || context.Request.Headers.Authorization == token)
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            });
            // Probes are answered by the routing, which by default comes first.
            app.UseRouting();
            MapChat(app, null);
        });

    private static void MapChat(WebApplication app, Gate<string>? gate)
    {
        app.MapPost("/v1/chat/completions", context => Chat(context, gate));
        app.MapGet("/v1/models", static () => Results.Text("""{"data":[{"id":"sonneteer"}]}""", "application/json"));
    }

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
        if (Script(said) is { } script)
        {
            await context.Response.WriteAsync(string.Concat(script.Select(static data => $"data: {data}\n\n")));
            return;
        }
        await context.Response.WriteAsync("""data: {"choices":[{"delta":{"role":"assistant"}}]}""" + "\n\n");
        foreach (var word in Words)
        {
            if (gate is not null)
                await gate.Pass([word], context.RequestAborted);
            await context.Response.WriteAsync($$$"""data: {"choices":[{"delta":{"content":"{{{word}}}"}}]}""" + "\n\n");
            await context.Response.Body.FlushAsync();
        }
        await context.Response.WriteAsync("data: [DONE]\n\n");
    }
}

internal sealed record Word(string Text);
