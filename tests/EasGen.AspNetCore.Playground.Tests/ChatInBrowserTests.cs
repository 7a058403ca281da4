using static Microsoft.Playwright.Assertions;

namespace EasGen.AspNetCore.Playground.Tests;

/// <summary>The chat of the page.</summary>
[Collection(InBrowser.Name)]
[Trait("Needs", "Browser")]
public class ChatInBrowserTests(Chromium chromium)
{
    [Fact]
    public async Task Tokens_of_a_chat_are_seen_as_they_arrive()
    {
        using var gate = new Gate<string>();
        await using var app = await Streams.Start(gate);
        await using var visit = await Visit.To(chromium, app);
        await Expect(visit.One("chat-model")).ToHaveValueAsync("sonneteer");
        var log = visit.One("chat-log");

        await Say(visit, "Hello");
        for (var count = 1; count <= Streams.Words.Length; count++)
        {
            gate.Open();
            await Expect(log.Locator("p").Last).ToHaveTextAsync(string.Concat(Streams.Words.Take(count)).TrimEnd());
        }
        await visit.Sees("chat-status", "First token after");
        await visit.Sees("chat-status", "all in");

        // The next message carries what was said before.
        gate.Open(4);
        Assert.Equal(
            """{"model":"sonneteer","messages":[{"role":"user","content":"Hello"},"""
            + """{"role":"assistant","content":"Shall I compare thee?"},{"role":"user","content":"And then?"}],"stream":true}""",
            await Sent(visit, "And then?"));
        await Expect(log.Locator("p")).ToHaveCountAsync(4);
        await visit.Button("New chat").ClickAsync();
        await Expect(log.Locator("p")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_new_chat_begins_with_nothing_of_the_answer_that_was_still_arriving()
    {
        using var gate = new Gate<string>();
        await using var app = await Streams.Start(gate);
        await using var visit = await Visit.To(chromium, app);
        await Say(visit, "Hello");
        gate.Open();
        await visit.Sees("chat-log", "Shall");

        await visit.Button("New chat").ClickAsync();
        await Expect(visit.Button("Send").Last).ToBeEnabledAsync();

        await Expect(visit.One("chat-log").Locator("p")).ToHaveCountAsync(0);
        await Expect(visit.One("chat-status")).ToHaveTextAsync("");
        await Expect(visit.One("chat-text")).ToHaveValueAsync("");
        Assert.Equal(Asked("Again"), await Sent(visit, "Again"));
        // The first one may take some until it notices that it is not wanted.
        gate.Open(2 * Streams.Words.Length);
        await visit.Sees("chat-status", "all in");
        await Expect(visit.One("chat-log").Locator("p")).ToHaveTextAsync(["Again", "Shall I compare thee?"]);
    }

    [Theory]
    [InlineData("fail", "Failed", "Too much is being said.")]
    [InlineData("fail at once", "Failed", "The model is gone.")]
    [InlineData("end at once", "Cut off", "The answer ends without [DONE].")]
    [InlineData("say nothing", "Failed", "The answer is empty.")]
    public async Task A_message_without_an_answer_is_in_the_field_again_and_not_in_the_chat(string message, string status, string reason)
    {
        await using var app = await Streams.Start();
        await using var visit = await Visit.To(chromium, app);

        await Say(visit, message);

        await visit.Sees("chat-status", status);
        await Expect(visit.One("chat-status")).ToHaveAttributeAsync("data-state", "red");
        await Expect(visit.One("chat-log").Locator("p")).ToHaveTextAsync([reason]);
        await Expect(visit.One("chat-text")).ToHaveValueAsync(message);
        Assert.Equal(Asked("Hello"), await Sent(visit, "Hello"));
        await visit.Sees("chat-log", "thee?");
    }

    [Fact]
    public async Task A_message_that_is_stopped_before_its_answer_is_put_before_what_was_written_meanwhile()
    {
        using var gate = new Gate<string>();
        await using var app = await Streams.Start(gate);
        await using var visit = await Visit.To(chromium, app);
        await Say(visit, "Hello");
        await visit.Page.GetByLabel("Message").FillAsync("And");

        await visit.Button("Stop").Last.ClickAsync();

        await visit.Sees("chat-status", "Stopped.");
        await Expect(visit.One("chat-text")).ToHaveValueAsync("Hello\nAnd");
        await Expect(visit.One("chat-log").Locator("p")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("fail later", "Failed", "The model is gone.")]
    [InlineData("end later", "Cut off", "The answer ends without [DONE].")]
    public async Task What_came_of_an_answer_stays_when_the_rest_fails(string message, string status, string reason)
    {
        await using var app = await Streams.Start();
        await using var visit = await Visit.To(chromium, app);

        await Say(visit, message);

        await visit.Sees("chat-status", status);
        await Expect(visit.One("chat-status")).ToHaveAttributeAsync("data-state", "red");
        await Expect(visit.One("chat-log").Locator("p")).ToHaveTextAsync([message, "Shall", reason]);
        await Expect(visit.One("chat-text")).ToHaveValueAsync("");
        Assert.Contains("""{"role":"assistant","content":"Shall "}""", await Sent(visit, "Go on"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("think", "green", "Reasoning: A day, perhaps.", "Summer.")]
    [InlineData("refuse", "amber", "I cannot say that.")]
    [InlineData("call", "amber", """The model asks for weather({"city":"Bath"})""", "The model asks for time()")]
    public async Task All_that_an_answer_can_be_is_shown(string message, string state, params string[] shown)
    {
        await using var app = await Streams.Start();
        await using var visit = await Visit.To(chromium, app);

        await Say(visit, message);

        await visit.Sees("chat-status", "all in");
        await Expect(visit.One("chat-status")).ToHaveAttributeAsync("data-state", state);
        await Expect(visit.One("chat-log").Locator("p")).ToHaveTextAsync([message, .. shown]);
        // A call has no result, without which servers take no further message.
        var next = await Sent(visit, "Hello");
        Assert.Equal(message != "call", next.Contains("assistant", StringComparison.Ordinal));
        Assert.Equal(message != "call", next.Contains($"\"{message}\"", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PageInBrowserTests.HostileTexts), MemberType = typeof(PageInBrowserTests))]
    public async Task Hostile_texts_of_a_model_are_shown_and_never_run(string text)
    {
        await using var app = await Streams.Start();
        await using var visit = await Visit.To(chromium, app);

        await Say(visit, $"repeat {text}");

        await visit.Sees("chat-status", "Failed");
        await Expect(visit.One("chat-log").Locator("p")).ToHaveTextAsync(
            [$"repeat {text}", $"Reasoning: {text}", $"{text}{text}", $"The model asks for {text}({text})", text]);
        await visit.ShowsNothingButText();
    }

    [Fact]
    public async Task A_service_that_only_chats_takes_the_token_for_its_probes_and_its_chat()
    {
        await using var app = await Streams.StartChatAlone("MDEy+abc=");
        await using var visit = await Visit.To(chromium, app);
        await Expect(visit.One("request-section")).ToBeHiddenAsync();
        await visit.Sees("probes", "401 in");
        await Expect(visit.One("chat-model")).ToHaveValueAsync("");

        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.GetByLabel("Token")).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("MDEy+abc=");
        await visit.Page.Keyboard.PressAsync("Tab");

        await visit.Sees("state", "Ready");
        await Say(visit, "Hello");
        await visit.Sees("chat-log", "Shall I compare thee?");
        await visit.ShutsNoReaderOut();
    }

    [Fact]
    public async Task Where_there_is_no_chat_none_is_shown()
    {
        await using var app = await Playgrounds.Flowers();
        await using var visit = await Visit.To(chromium, app);

        await Expect(visit.One("chat-section")).ToBeHiddenAsync();
    }

    private static string Asked(string message) =>
        $$"""{"model":"sonneteer","messages":[{"role":"user","content":"{{message}}"}],"stream":true}""";

    private static async Task Say(Visit visit, string message)
    {
        await Expect(visit.One("chat-model")).ToHaveValueAsync("sonneteer");
        await visit.Page.GetByLabel("Message").FillAsync(message);
        await visit.Page.Keyboard.PressAsync("Control+Enter");
    }

    private static async Task<string> Sent(Visit visit, string message)
    {
        var request = await visit.Page.RunAndWaitForRequestAsync(
            () => Say(visit, message), static request => request.Method == "POST");
        return request.PostData!;
    }
}
