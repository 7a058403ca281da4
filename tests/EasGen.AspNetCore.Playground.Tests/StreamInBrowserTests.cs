using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EasGen.AspNetCore.Playground.Tests;

/// <summary>Answers that come in parts.</summary>
[Collection(InBrowser.Name)]
[Trait("Needs", "Browser")]
public class StreamInBrowserTests(Chromium chromium)
{
    [Fact]
    public async Task Each_item_is_seen_before_the_next_one_is_there()
    {
        using var gate = new Gate<string>();
        await using var app = await Streams.Start(gate);
        await using var visit = await ToStream(app);
        await visit.Button("Send").First.ClickAsync();

        for (var count = 1; count <= Streams.Words.Length; count++)
        {
            gate.Open();
            await Expect(visit.One("answer-text")).ToHaveTextAsync(string.Concat(Streams.Words.Take(count)).TrimEnd());
            await visit.Sees("answer-count", $"({count})");
            if (count < Streams.Words.Length)
                await visit.Sees("answer-status", "streaming");
        }

        await visit.Sees("answer-status", "4 events in");
        await visit.Page.GetByText("Events (4)").ClickAsync();
        await Expect(visit.One("answer-list").GetByRole(AriaRole.Listitem)).ToHaveTextAsync(
            Streams.Words.Select(static word => $$"""{"text":"{{word}}"}"""));
        await visit.Sees("curl", "curl -N '");
    }

    [Fact]
    public async Task A_stream_can_be_stopped_which_the_service_notices()
    {
        using var gate = new Gate<string>();
        await using var app = await Streams.Start(gate);
        await using var visit = await ToStream(app);
        await visit.Button("Send").First.ClickAsync();
        gate.Open();
        await visit.Sees("answer-text", "Shall");

        await visit.Button("Stop").First.ClickAsync();

        await visit.Sees("answer-status", "Stopped.");
        await app.Until(static app => app.InFlight == 0);
        await Expect(visit.Button("Send").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_stream_that_is_refused_says_why()
    {
        await using var app = await Streams.Start();
        await using var visit = await ToStream(app);

        await visit.One("body").FillAsync("\"fail\"");
        await visit.Button("Send").First.ClickAsync();

        await visit.Sees("answer-status", "400 Bad Request");
        await visit.Sees("answer-text", "There is nothing to say.");
    }

    [Theory]
    [InlineData("data: 1\n\ndata: 2\n\n", "1\n2\n")]
    [InlineData("data: 1\r\n\r\ndata: 2\r\n\r\n", "1\n2\n")]
    [InlineData("data: 1\r\rdata: 2\r\r", "1\n2\n")]
    [InlineData(": comment\nid: 7\ndata: a\ndata:b\n\n", "a\nb\n")]
    [InlineData("event: error\ndata: {\"detail\":\"late\"}\n\n", "error: {\"detail\":\"late\"}\n")]
    [InlineData("data: \"ü\"\n\ndata: \"€\"\n\n", "ü€")]
    [InlineData("data: cut off", "")]
    [InlineData("", "")]
    public async Task Events_are_read_as_the_standard_has_them_however_they_are_cut(string sent, string shown)
    {
        await using var app = await Playgrounds.Answering("text/event-stream", async response =>
        {
            foreach (var one in Encoding.UTF8.GetBytes(sent))
            {
                await response.Body.WriteAsync(new[] { one });
                await response.Body.FlushAsync();
            }
        });
        await using var visit = await Visit.To(chromium, app);

        await visit.Button("Send").ClickAsync();
        await visit.Sees("answer-status", "events in");

        Assert.Equal(shown, await visit.One("answer-text").EvaluateAsync<string>("element => element.textContent"));
    }

    private async Task<Visit> ToStream(App app)
    {
        var visit = await Visit.To(chromium, app);
        await visit.One("method").SelectOptionAsync("POST /stream");
        return visit;
    }
}
