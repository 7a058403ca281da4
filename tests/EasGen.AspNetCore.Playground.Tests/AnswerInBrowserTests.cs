using Microsoft.AspNetCore.Http;
using static Microsoft.Playwright.Assertions;

namespace EasGen.AspNetCore.Playground.Tests;

/// <summary>How the page shows what it was sent.</summary>
[Collection(InBrowser.Name)]
[Trait("Needs", "Browser")]
public class AnswerInBrowserTests(Chromium chromium)
{
    private const int Shown = 200_000;

    [Theory]
    [InlineData("""{"id":9007199254740993,"score":1.0,"e":1E400}""",
        "{\n  \"id\": 9007199254740993,\n  \"score\": 1.0,\n  \"e\": 1E400\n}")]
    [InlineData(""" [ [ ] , { } , [ true ] ] """, "[\n  [],\n  {},\n  [\n    true\n  ]\n]")]
    [InlineData("""["{ \"b\": [1,2] \\","\n"]""", "[\n  \"{ \\\"b\\\": [1,2] \\\\\",\n  \"\\n\"\n]")]
    // What .NET escapes can be read; what could mislead stays escaped.
    [InlineData("""["\u4E2D\u003C\uD83D\uDE00","\\u0041 \u0022 \u202E"]""", "[\n  \"中<😀\",\n  \"\\\\u0041 \\u0022 \\u202E\"\n]")]
    [InlineData("1.0", "1.0")]
    [InlineData("{\"cut\":  1", "{\"cut\":  1")]
    [InlineData("", "")]
    public async Task Json_is_indented_and_nothing_else_of_it_is_changed(string sent, string shown)
    {
        await using var app = await Playgrounds.Answering("application/json", response => response.WriteAsync(sent));
        await using var visit = await Visit.To(chromium, app);

        Assert.Equal(shown, await Answer(visit, "200 OK"));
    }

    [Fact]
    public async Task The_body_is_in_the_curl_as_it_is_written()
    {
        await using var app = await Playgrounds.Flowers();
        await using var visit = await Visit.To(chromium, app);

        await visit.One("body").FillAsync("{ \"petalLength\": 9007199254740993,\n  \"size\": 1.0 }");

        Assert.EndsWith(
            "--json '{ \"petalLength\": 9007199254740993,\n  \"size\": 1.0 }'",
            await visit.One("curl").EvaluateAsync<string>("element => element.textContent"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0,", 150_000)]
    [InlineData("[", Shown / 2)]
    public async Task Of_a_long_json_the_beginning_is_shown(string part, int count)
    {
        var start = string.Concat(Enumerable.Repeat(part, count));
        var sent = part == "[" ? start + new string(']', count) : $"[{start}0]";
        await using var app = await Playgrounds.Answering("application/json", response => response.WriteAsync(sent));
        await using var visit = await Visit.To(chromium, app);

        var shown = await Answer(visit, "200 OK");

        const string Rest = "\n… (the rest is in the file)";
        Assert.EndsWith(Rest, shown, StringComparison.Ordinal);
        Assert.Equal(Shown + Rest.Length, shown.Length);
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    [InlineData(60, true)]
    public async Task Of_a_long_stream_the_beginning_is_shown(int events, bool isCut)
    {
        var one = $"data: \"{new string('x', Shown / 20)}\"\n\n";
        await using var app = await Playgrounds.Answering(
            "text/event-stream", response => response.WriteAsync(string.Concat(Enumerable.Repeat(one, events))));
        await using var visit = await Visit.To(chromium, app);

        var shown = await Answer(visit, $"{events} events in");

        Assert.Equal(new string('x', Shown) + (isCut ? "\n… (the rest is not shown)" : ""), shown);
        await visit.Sees("answer-count", $"({events})");
    }

    private static async Task<string> Answer(Visit visit, string status)
    {
        await visit.Button("Send").ClickAsync();
        await visit.Sees("answer-status", status);
        await Expect(visit.Button("Send")).ToBeEnabledAsync();
        return await visit.One("answer-text").EvaluateAsync<string>("element => element.textContent");
    }
}
