using System.Text.Json;
using EasGen.AspNetCore.Chat.Tests.Kit;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = OpenAI.Chat.ChatMessage;
using ChatResponseFormat = OpenAI.Chat.ChatResponseFormat;
using Clients = EasGen.AspNetCore.Chat.Tests.Kit.Clients;

namespace EasGen.AspNetCore.Chat.Tests;

/// <summary>What of a request reaches the chat client.</summary>
public class RequestTests
{
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    public async Task Roles_and_names_are_those_of_the_messages()
    {
        var talker = await Ask(
            new SystemChatMessage("Be brief."),
            new DeveloperChatMessage("Be kind."),
            new UserChatMessage("Hello") { ParticipantName = "ann" },
            new AssistantChatMessage("Hi"),
            new UserChatMessage("And?"));

        Assert.Equal(
            [
                (ChatRole.System, "Be brief.", null), (ChatRole.System, "Be kind.", null), (ChatRole.User, "Hello", "ann"),
                (ChatRole.Assistant, "Hi", null), (ChatRole.User, "And?", null),
            ],
            talker.Messages.Select(static message => (message.Role, message.Text, message.AuthorName)));
    }

    [Fact]
    public async Task Options_reach_the_client()
    {
        var talker = await Ask(
            new ChatCompletionOptions
            {
                Temperature = 0.5f,
                TopP = 0.9f,
                MaxOutputTokenCount = 100,
                FrequencyPenalty = 0.25f,
                PresencePenalty = -0.25f,
                Seed = 7,
                StopSequences = { "END", "STOP" },
                EndUserId = "ann",
            },
            new UserChatMessage("Hello"));

        Assert.Equal((0.5f, 0.9f, 100), (talker.Options.Temperature, talker.Options.TopP, talker.Options.MaxOutputTokens));
        Assert.Equal((0.25f, -0.25f, 7), (talker.Options.FrequencyPenalty, talker.Options.PresencePenalty, talker.Options.Seed));
        Assert.Equal(["END", "STOP"], talker.Options.StopSequences);
        // The name of the service would mean nothing to a model that the client calls elsewhere.
        Assert.Null(talker.Options.ModelId);
        Assert.Equal("ann", Assert.IsType<JsonElement>(talker.Options.AdditionalProperties?["user"]).GetString());
    }

    [Fact]
    public async Task What_only_other_servers_know_is_taken_too()
    {
        var talker = Talker.Saying("Hi");
        await using var app = await Clients.Listen(talker);

        using var answer = await app.Client.PostText("/v1/chat/completions", """
            {
              "messages": [{"role": "user", "content": "Hello"}], "stop": "END", "max_tokens": 5, "top_k": 40, "reasoning_effort": "high",
              "Repetition_Penalty": 1, "repetition_penalty": 1.1, "model": null, "tools": [], "tool_choice": "auto",
              "logprobs": false, "n": 1
            }
            """);

        answer.EnsureSuccessStatusCode();
        Assert.Equal(["END"], talker.Options.StopSequences);
        Assert.Equal((5, 40), (talker.Options.MaxOutputTokens, talker.Options.TopK));
        Assert.Equal(ReasoningEffort.High, talker.Options.Reasoning?.Effort);
        Assert.Equal(1.1, Assert.IsType<JsonElement>(talker.Options.AdditionalProperties?["repetition_penalty"]).GetDouble());
        Assert.Null(talker.Options.Tools);
    }

    [Fact]
    public async Task The_abstractions_options_come_through()
    {
        var talker = Talker.Saying("{}");
        await using var app = await Clients.Listen(talker);

        await app.AI().GetResponseAsync<Weather>("How is it?", new ChatOptions { Temperature = 0.1f, MaxOutputTokens = 9 });

        Assert.Equal((0.1f, 9), (talker.Options.Temperature, talker.Options.MaxOutputTokens));
        Assert.NotNull(Assert.IsType<ChatResponseFormatJson>(talker.Options.ResponseFormat).Schema);
    }

    private sealed record Weather(string City = "", int Degrees = 0);

    [Fact]
    public async Task Formats_of_the_answer_reach_the_client()
    {
        const string schema = """{"type":"object"}""";

        Assert.IsType<ChatResponseFormatText>(await Format(ChatResponseFormat.CreateTextFormat()));
        Assert.Null(Assert.IsType<ChatResponseFormatJson>(await Format(ChatResponseFormat.CreateJsonObjectFormat())).Schema);
        var json = Assert.IsType<ChatResponseFormatJson>(
            await Format(ChatResponseFormat.CreateJsonSchemaFormat("weather", BinaryData.FromString(schema), "A day")));
        Assert.Equal((schema, "weather", "A day"), (json.Schema?.GetRawText(), json.SchemaName, json.SchemaDescription));
    }

    private static async Task<Microsoft.Extensions.AI.ChatResponseFormat?> Format(ChatResponseFormat format) =>
        (await Ask(new ChatCompletionOptions { ResponseFormat = format }, new UserChatMessage("Hello"))).Options.ResponseFormat;

    [Fact]
    public async Task Images_sounds_and_files_are_contents()
    {
        var talker = await Ask(new UserChatMessage(
            ChatMessageContentPart.CreateTextPart("What is it?"),
            ChatMessageContentPart.CreateImagePart(new Uri("https://example.com/cat.png"), ChatImageDetailLevel.Low),
            ChatMessageContentPart.CreateImagePart(BinaryData.FromBytes(Convert.FromBase64String(Pixel)), "image/png"),
            ChatMessageContentPart.CreateInputAudioPart(BinaryData.FromBytes([1, 2, 3]), ChatInputAudioFormat.Mp3),
            ChatMessageContentPart.CreateFilePart(BinaryData.FromBytes([4, 5]), "application/pdf", "paper.pdf"),
            ChatMessageContentPart.CreateFilePart("file-7")));

        var contents = talker.Message.Contents;
        Assert.Equal("What is it?", Assert.IsType<TextContent>(contents[0]).Text);
        var image = Assert.IsType<UriContent>(contents[1]);
        Assert.Equal(("https://example.com/cat.png", "low"), (image.Uri.ToString(), image.AdditionalProperties?["detail"]));
        Assert.True(image.HasTopLevelMediaType("image"));
        var data = contents.Skip(2).Take(3).Cast<DataContent>().ToArray();
        Assert.Equal(["image/png", "audio/mpeg", "application/pdf"], data.Select(static content => content.MediaType));
        Assert.Equal([Pixel, "AQID", "BAU="], data.Select(static content => Convert.ToBase64String(content.Data.Span)));
        Assert.Equal("paper.pdf", data[2].Name);
        Assert.Equal("file-7", Assert.IsType<HostedFileContent>(contents[5]).FileId);
    }

    [Fact]
    public async Task What_an_assistant_thought_and_refused_comes_back_to_it()
    {
        var talker = Talker.Saying("Hi");
        await using var app = await Clients.Listen(talker);

        using var answer = await app.Client.PostText("/v1/chat/completions", """
            {"messages": [
              {"role": "assistant", "content": "No.", "refusal": "I would rather not.", "reasoning_content": "Hm."},
              {"role": "assistant", "content": null, "tool_calls": [{"id": "1", "function": {"name": "f", "arguments": ""}}]},
              {"role": "assistant", "content": [{"type": "refusal", "refusal": "Never."}]}
            ]}
            """);

        answer.EnsureSuccessStatusCode();
        Assert.Equal(
            [typeof(TextReasoningContent), typeof(TextContent), typeof(ErrorContent)],
            talker.Messages[0].Contents.Select(static content => content.GetType()));
        Assert.Equal("f", Assert.IsType<FunctionCallContent>(Assert.Single(talker.Messages[1].Contents)).Name);
        Assert.Equal("Never.", Assert.IsType<ErrorContent>(Assert.Single(talker.Messages[2].Contents)).Message);
    }

    [Fact]
    public async Task Thoughts_are_told_apart_from_the_answer()
    {
        await using var app = await Clients.Listen(new Talker(
            new(ChatRole.Assistant, [new TextReasoningContent("Hm. ")]), new(ChatRole.Assistant, "Yes.")));

        using var answer = await app.Client.PostText("/v1/chat/completions", """{"messages":[{"role":"user","content":"Is it?"}]}""");
        using var events = await Events.Post(
            app.Client, "/v1/chat/completions", """{"messages":[{"role":"user","content":"Is it?"}],"stream":true}""");

        var message = (await answer.Json()).GetProperty("choices")[0].GetProperty("message");
        Assert.Equal(("Yes.", "Hm. "), (message.Text("content"), message.Text("reasoning_content")));
        Assert.Contains("""
            "delta":{"role":"assistant","reasoning_content":"Hm. "}
            """, await events.Next(), StringComparison.Ordinal);
        Assert.Contains("""
            "delta":{"content":"Yes."}
            """, await events.Next(), StringComparison.Ordinal);
    }

    private static Task<Talker> Ask(params ChatMessage[] messages) => Ask(new ChatCompletionOptions(), messages);

    private static async Task<Talker> Ask(ChatCompletionOptions options, params ChatMessage[] messages)
    {
        var talker = Talker.Saying("Hi");
        await using var app = await Clients.Listen(talker);
        await app.Chat().CompleteChatAsync(messages, options);
        return talker;
    }
}
