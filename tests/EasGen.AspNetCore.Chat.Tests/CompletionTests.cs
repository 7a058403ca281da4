using System.Net;
using EasGen.AspNetCore.Chat.Tests.Kit;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using Clients = EasGen.AspNetCore.Chat.Tests.Kit.Clients;
using OpenAIFinish = OpenAI.Chat.ChatFinishReason;
using Reason = Microsoft.Extensions.AI.ChatFinishReason;

namespace EasGen.AspNetCore.Chat.Tests;

/// <summary>Answers, plain and streamed, as OpenAI's own client and that of Microsoft.Extensions.AI read them.</summary>
public class CompletionTests
{
    private static readonly UserChatMessage Hello = new("Hello");

    private static readonly UsageContent Counted = new(new()
    {
        InputTokenCount = 9,
        OutputTokenCount = 4,
        CachedInputTokenCount = 3,
        ReasoningTokenCount = 2,
    });

    [Fact]
    public async Task A_plain_answer_has_text_reason_and_usage()
    {
        var talker = new Talker(
            new(ChatRole.Assistant, "Shall I "),
            new(ChatRole.Assistant, [new TextContent("compare thee?"), Counted]));
        await using var app = await Clients.Listen(talker);

        ChatCompletion completion = await app.Chat().CompleteChatAsync(Hello);

        Assert.Equal("Shall I compare thee?", Assert.Single(completion.Content).Text);
        Assert.Equal((OpenAIFinish.Stop, ChatMessageRole.Assistant), (completion.FinishReason, completion.Role));
        Assert.Equal(Clients.Model, completion.Model);
        Assert.StartsWith("chatcmpl-", completion.Id, StringComparison.Ordinal);
        Assert.InRange(completion.CreatedAt, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Equal((9, 4, 13), (completion.Usage.InputTokenCount, completion.Usage.OutputTokenCount, completion.Usage.TotalTokenCount));
        Assert.Equal(3, completion.Usage.InputTokenDetails.CachedTokenCount);
        Assert.Equal(2, completion.Usage.OutputTokenDetails.ReasoningTokenCount);
        Assert.Equal("Hello", talker.Message.Text);
    }

    [Fact]
    public async Task What_the_client_says_of_its_answer_is_kept()
    {
        var created = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        await using var app = await Clients.Listen(new Talker(
            new ChatResponseUpdate(ChatRole.Assistant, "Hi") { ResponseId = "answer-1", CreatedAt = created, ModelId = "inner" }));

        ChatCompletion completion = await app.Chat().CompleteChatAsync(Hello);
        var chunks = await app.Chat().CompleteChatStreamingAsync(Hello).ToListAsync();

        Assert.Equal(("answer-1", created), (completion.Id, completion.CreatedAt));
        Assert.All(chunks, chunk => Assert.Equal(("answer-1", created), (chunk.CompletionId, chunk.CreatedAt)));
        // Under the name that the list of models has.
        Assert.Equal(Clients.Model, completion.Model);
        Assert.All(chunks, static chunk => Assert.Equal(Clients.Model, chunk.Model));
    }

    [Fact]
    public async Task A_streamed_answer_comes_word_by_word()
    {
        using var gate = new SemaphoreSlim(0);
        await using var app = await Clients.Listen(new Talker(_ => Words(gate)));

        await using var chunks = app.Chat().CompleteChatStreamingAsync(Hello).GetAsyncEnumerator();
        for (var word = 1; word <= 3; word++)
        {
            // The next word is not said before this one was read.
            gate.Release();
            Assert.True(await chunks.MoveNextAsync());
            Assert.Equal($"{word} ", Assert.Single(chunks.Current.ContentUpdate).Text);
            Assert.Equal(word == 1 ? ChatMessageRole.Assistant : null, chunks.Current.Role);
            Assert.Null(chunks.Current.FinishReason);
        }
        gate.Release();
        var rest = new List<StreamingChatCompletionUpdate>();
        while (await chunks.MoveNextAsync())
            rest.Add(chunks.Current);

        // OpenAI's client always asks for the usage.
        Assert.Equal(OpenAIFinish.Stop, rest[0].FinishReason);
        Assert.Equal((9, 4), (rest[1].Usage.InputTokenCount, rest[1].Usage.OutputTokenCount));
        Assert.Equal(2, rest.Count);
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Words(SemaphoreSlim gate)
    {
        for (var word = 1; word <= 3; word++)
        {
            await gate.WaitAsync();
            yield return new(ChatRole.Assistant, $"{word} ");
        }
        await gate.WaitAsync();
        yield return new(ChatRole.Assistant, [Counted]);
    }

    [Fact]
    public async Task The_abstraction_comes_through_both_ways()
    {
        await using var app = await Clients.Listen(new Talker(
            new(ChatRole.Assistant, "I must "),
            new(ChatRole.Assistant, [new TextContent("stop"), Counted]) { FinishReason = Reason.Length }));

        var whole = await app.AI().GetResponseAsync("Hello");
        var streamed = await app.AI().GetStreamingResponseAsync("Hello").ToChatResponseAsync();

        foreach (var response in new[] { whole, streamed })
        {
            Assert.Equal("I must stop", response.Text);
            Assert.Equal(Reason.Length, response.FinishReason);
            Assert.Equal((9, 4), (response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount));
        }
    }

    public static TheoryData<string?, OpenAIFinish> Reasons { get; } = new()
    {
        { null, OpenAIFinish.Stop },
        { "stop", OpenAIFinish.Stop },
        { "length", OpenAIFinish.Length },
        { "content_filter", OpenAIFinish.ContentFilter },
        // Clients throw at one that they do not know.
        { "eos_token", OpenAIFinish.Stop },
    };

    [Theory, MemberData(nameof(Reasons))]
    public async Task The_reason_of_the_end_is_one_that_clients_know(string? said, OpenAIFinish expected)
    {
        Reason? reason = said is null ? null : new(said);
        await using var app = await Clients.Listen(new Talker(new ChatResponseUpdate(ChatRole.Assistant, "Hi") { FinishReason = reason }));

        ChatCompletion completion = await app.Chat().CompleteChatAsync(Hello);
        var chunks = await app.Chat().CompleteChatStreamingAsync(Hello).ToListAsync();

        Assert.Equal(expected, completion.FinishReason);
        Assert.Equal(expected, chunks[^1].FinishReason);
    }

    [Fact]
    public async Task An_answer_without_a_message_has_its_reason_too()
    {
        using var client = new Withheld();
        await using var app = await Clients.Listen(client);

        ChatCompletion completion = await app.Chat().CompleteChatAsync(Hello);

        Assert.Equal((OpenAIFinish.ContentFilter, "answer-1"), (completion.FinishReason, completion.Id));
    }

    private sealed class Withheld() : DelegatingChatClient(Talker.Saying())
    {
        public override Task<ChatResponse> GetResponseAsync(
            IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default) =>
            Task.FromResult(new ChatResponse { FinishReason = Reason.ContentFilter, ResponseId = "answer-1" });
    }

    [Fact]
    public async Task An_answer_of_nothing_is_an_empty_text()
    {
        await using var app = await Clients.Listen(new Talker());

        ChatCompletion completion = await app.Chat().CompleteChatAsync(Hello);
        var chunk = Assert.Single(await app.Chat().CompleteChatStreamingAsync(Hello).ToListAsync());

        Assert.Equal("", Assert.Single(completion.Content).Text);
        Assert.Null(completion.Usage);
        Assert.Equal((ChatMessageRole.Assistant, OpenAIFinish.Stop), (chunk.Role, chunk.FinishReason));
    }

    [Fact]
    public async Task A_refusal_is_one()
    {
        await using var app = await Clients.Listen(new Talker(
            new ChatResponseUpdate(ChatRole.Assistant, [new ErrorContent("I would rather not.") { ErrorCode = "Refusal" }])));

        ChatCompletion completion = await app.Chat().CompleteChatAsync(Hello);
        var chunks = await app.Chat().CompleteChatStreamingAsync(Hello).ToListAsync();

        Assert.Equal("I would rather not.", completion.Refusal);
        Assert.Empty(completion.Content);
        Assert.Equal("I would rather not.", string.Concat(chunks.Select(static chunk => chunk.RefusalUpdate)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_error_that_is_not_a_refusal_fails_the_call(bool streams)
    {
        await using var app = await Clients.Listen(new Talker(
            new ChatResponseUpdate(ChatRole.Assistant, [new ErrorContent("password=hunter2") { ErrorCode = "overloaded" }])));

        var thrown = await Failures.Thrown(
            async () =>
            {
                if (streams)
                    await app.Chat().CompleteChatStreamingAsync(Hello).ToListAsync();
                else
                    await app.Chat().CompleteChatAsync(Hello);
            },
            HttpStatusCode.InternalServerError,
            "the log of the service says why");

        Assert.DoesNotContain("hunter2", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(app.Log.Entries, static entry => entry.Exception?.Message.Contains(
            "password=hunter2 (code 'overloaded')", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task What_has_no_place_in_an_answer_is_logged_once()
    {
        await using var app = await Clients.Listen(new Talker(
            new ChatResponseUpdate(ChatRole.Assistant, [new DataContent(new byte[] { 1 }, "image/png"), new TextContent("A cat.")]),
            new ChatResponseUpdate(ChatRole.Assistant, [new DataContent(new byte[] { 2 }, "image/png")])));

        ChatCompletion completion = await app.Chat().CompleteChatAsync(Hello);
        await app.Chat().CompleteChatStreamingAsync(Hello).ToListAsync();

        Assert.Equal("A cat.", Assert.Single(completion.Content).Text);
        Assert.Contains("answered with DataContent", Assert.Single(app.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_character_of_two_halves_stays_whole()
    {
        await using var app = await Clients.Listen(Talker.Saying("你好 \ud83d", "\udc4b", " \ud83d"));

        ChatCompletion completion = await app.Chat().CompleteChatAsync(Hello);
        var chunks = await app.Chat().CompleteChatStreamingAsync(Hello).ToListAsync();

        Assert.Equal("你好 👋 \uFFFD", completion.Content[0].Text);
        Assert.Equal(
            ["你好 ", "👋", " ", "\uFFFD"],
            chunks.Select(static chunk => string.Concat(chunk.ContentUpdate.Select(static part => part.Text))));
    }

    [Fact]
    public async Task Text_is_sent_as_it_is()
    {
        await using var app = await Clients.Listen(Talker.Saying("你好 <b>'\"\n\0"));

        using var answer = await app.Client.PostText("/v1/chat/completions", """{"messages":[{"role":"user","content":"Hello"}]}""");

        Assert.Contains("""
            "content":"你好 <b>'\"\n\u0000"
            """, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
    }
}
