using System.Globalization;
using System.Text.Json;
using EasGen.AspNetCore.Tests.Kit;

namespace EasGen.AspNetCore.Chat.Tests;

/// <summary>
/// A rollout of a service that only chats, rehearsed by its own JSON, in an app without reflection: no answer and no stream is lost.
/// </summary>
public class RolloutTests
{
    private const string Model = "\"model\":\"rolling_poet\"";
    private const string Message = """{"role":"user","content":"Hello"}""";

    private const string Answer =
        $$"""{"id":"poem","object":"chat.completion","created":1600000000,{{Model}},"choices":[{"index":0,"message":"""
        + """{"role":"assistant","content":"Shall I compare thee","refusal":null},"finish_reason":"stop"}]}""";

    private static readonly string Stream =
        Chunk("""{"role":"assistant","content":"Shall "}""") + Chunk("""{"content":"I "}""") + Chunk("""{"content":"compare "}""")
        + Chunk("""{"content":"thee"}""") + Chunk("{}", "\"stop\"") + "data: [DONE]\n\n";

    private static string Chunk(string delta, string finish = "null") =>
        $$"""data: {"id":"poem","object":"chat.completion.chunk","created":1600000000,{{Model}},"choices":[{"index":0,"delta":{{delta}}"""
        + $",\"finish_reason\":{finish}}}]}}\n\n";

    [Fact]
    public async Task No_answer_and_no_stream_is_lost()
    {
        var report = await EasRehearsal.RunFileAsync(Path.Combine(ChildApp.Folder, "eas", "rolling_poet.json"), new()
        {
            Command = "dotnet EasGen.AspNetCore.TestApp.dll poet",
            Requests = [Ask(streams: true, Stream), Ask(streams: false, Answer)],
            RequestsPerSecond = 20,
            Rollouts = 1,
            SteadyTime = TimeSpan.FromSeconds(2),
        });

        using var json = JsonDocument.Parse(report.ToJson());
        var outcomes = json.RootElement.GetProperty("requests").GetProperty("outcomes");
        Assert.Equal(["answered"], outcomes.EnumerateObject().Select(static outcome => outcome.Name));
        Assert.True(report.Requests > 100, string.Create(CultureInfo.InvariantCulture, $"Only {report.Requests} requests."));
        Assert.All(report.Answers, static answer => Assert.Equal(RehearsalOutcome.Passed, answer.Outcome));
    }

    private static RehearsalRequest Ask(bool streams, string body)
    {
        var question = $"{{\"messages\":[{Message}],\"stream\":{(streams ? "true" : "false")}}}";
        return RehearsalRequest.Json(question, "/v1/chat/completions") with { ExpectedBody = body };
    }
}
