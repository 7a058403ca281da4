using System.Text.Json;
using System.Text.Json.Serialization;
using EasGen.AspNetCore.Chat.Tests.Kit;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using OpenAI.Chat;
using Clients = EasGen.AspNetCore.Chat.Tests.Kit.Clients;
using Reason = Microsoft.Extensions.AI.ChatFinishReason;

namespace EasGen.AspNetCore.Chat.Tests;

/// <summary>Functions that a client offers, calls of them, and their results.</summary>
public partial class ToolTests
{
    private const string Schema = """{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}""";

    private static readonly ChatTool Weather = ChatTool.CreateFunctionTool("weather", "Tells the weather", BinaryData.FromString(Schema));

    private static FunctionCallContent Call => new("call-1", "weather", new Dictionary<string, object?> { ["city"] = "Hangzhou" });

    [Fact]
    public async Task A_call_is_the_callers_to_make()
    {
        var talker = new Talker(
            new(ChatRole.Assistant, "Let me see. "),
            new(ChatRole.Assistant, [Call, new FunctionCallContent("call-2", "weather")]));
        await using var app = await Clients.Listen(talker);
        ChatCompletionOptions options = new() { Tools = { Weather } };

        ChatCompletion completion = await app.Chat().CompleteChatAsync([new UserChatMessage("How is Hangzhou?")], options);
        var chunks = await app.Chat().CompleteChatStreamingAsync([new UserChatMessage("How is Hangzhou?")], options).ToListAsync();

        Assert.Equal(OpenAI.Chat.ChatFinishReason.ToolCalls, completion.FinishReason);
        Assert.Equal("Let me see. ", completion.Content[0].Text);
        Assert.Equal(
            [("call-1", "weather", """{"city":"Hangzhou"}"""), ("call-2", "weather", "{}")],
            completion.ToolCalls.Select(static call => (call.Id, call.FunctionName, call.FunctionArguments.ToString())));
        Assert.Equal(
            [(0, "call-1", "weather", """{"city":"Hangzhou"}"""), (1, "call-2", "weather", "{}")],
            chunks.SelectMany(static chunk => chunk.ToolCallUpdates)
                .Select(static call => (call.Index, call.ToolCallId, call.FunctionName, call.FunctionArgumentsUpdate.ToString())));
        Assert.Equal(OpenAI.Chat.ChatFinishReason.ToolCalls, chunks[^1].FinishReason);
        var declared = Assert.IsAssignableFrom<AIFunctionDeclaration>(Assert.Single(talker.Options.Tools!));
        Assert.Equal(("weather", "Tells the weather", Schema), (declared.Name, declared.Description, declared.JsonSchema.GetRawText()));
    }

    [Fact]
    public async Task A_result_comes_back_to_the_model()
    {
        var talker = Talker.Saying("It is warm.");
        await using var app = await Clients.Listen(talker);

        await app.Chat().CompleteChatAsync(
            new UserChatMessage("How is Hangzhou?"),
            new AssistantChatMessage(
                [
                    ChatToolCall.CreateFunctionToolCall("call-1", "weather", BinaryData.FromString("""{"city":"Hangzhou"}""")),
                    ChatToolCall.CreateFunctionToolCall("call-2", "weather", BinaryData.FromString("""{"city":""")),
                ]),
            new ToolChatMessage("call-1", "31 °C"),
            new ToolChatMessage("call-2", ChatMessageContentPart.CreateTextPart("no "), ChatMessageContentPart.CreateTextPart("city")));

        var calls = talker.Messages[1].Contents.Cast<FunctionCallContent>().ToArray();
        Assert.Equal(("call-1", "weather", "Hangzhou"), (calls[0].CallId, calls[0].Name, calls[0].Arguments?["city"]?.ToString()));
        // What the model made wrong is for the model to mend.
        Assert.IsType<JsonException>(calls[1].Exception?.InnerException, exactMatch: false);
        Assert.Equal("""{"city":""", calls[1].RawRepresentation);
        Assert.Equal(
            [("call-1", "31 °C"), ("call-2", "no city")],
            talker.Messages.Skip(2).Select(static message => Assert.IsType<FunctionResultContent>(Assert.Single(message.Contents)))
                .Select(static result => (result.CallId, (string?)result.Result)));
        Assert.All(talker.Messages.Skip(2), static message => Assert.Equal(ChatRole.Tool, message.Role));
    }

    [Fact]
    public async Task The_abstractions_client_calls_its_functions_until_there_is_an_answer()
    {
        var model = new Talker(_ => throw new InvalidOperationException());
        model = new(_ => One(model.Messages[^1].Role == ChatRole.Tool
            ? new ChatResponseUpdate(ChatRole.Assistant, $"It is {((FunctionResultContent)model.Messages[^1].Contents[0]).Result}.")
            : new ChatResponseUpdate(ChatRole.Assistant, [Call])));
        await using var app = await Clients.Listen(model);
        using var client = app.AI().AsBuilder().UseFunctionInvocation().Build();
        Microsoft.Extensions.AI.ChatOptions options = new()
        {
            Tools = [AIFunctionFactory.Create(static (string city) => city + " warm", "weather")],
        };

        var whole = await client.GetResponseAsync("How is it?", options);
        var streamed = await client.GetStreamingResponseAsync("How is it?", options).ToChatResponseAsync();

        Assert.Equal("It is \"Hangzhou warm\".", whole.Text);
        Assert.Equal(whole.Text, streamed.Text);
    }

    [Fact]
    public async Task What_the_service_calls_by_itself_is_its_own_affair()
    {
        var model = new Talker(_ => throw new InvalidOperationException());
        model = new(_ => One(model.Messages[^1].Role == ChatRole.Tool
            ? new(ChatRole.Assistant, [new TextContent("It is warm."), new FunctionCallContent("call-2", "umbrella")])
            : new(ChatRole.Assistant, [new TextContent("I look. "), Call])
            {
                FinishReason = Reason.ToolCalls,
            }));
        using var client = new FunctionInvokingChatClient(model)
        {
            AdditionalTools = [AIFunctionFactory.Create(static (string city) => city, "weather")],
        };
        await using var app = await Clients.Listen(client);
        ChatCompletionOptions options = new() { Tools = { ChatTool.CreateFunctionTool("umbrella") } };

        ChatCompletion completion = await app.Chat().CompleteChatAsync([new UserChatMessage("How is Hangzhou?")], options);
        var chunks = await app.Chat().CompleteChatStreamingAsync([new UserChatMessage("How is Hangzhou?")], options).ToListAsync();

        Assert.Equal("I look. It is warm.", completion.Content[0].Text);
        Assert.Equal("umbrella", Assert.Single(completion.ToolCalls).FunctionName);
        Assert.Equal(
            "I look. It is warm.",
            string.Concat(chunks.SelectMany(static chunk => chunk.ContentUpdate).Select(static part => part.Text)));
        Assert.Equal("umbrella", Assert.Single(chunks.SelectMany(static chunk => chunk.ToolCallUpdates)).FunctionName);
        Assert.Single(chunks, static chunk => chunk.FinishReason is not null);
    }

    [Fact]
    public async Task What_the_caller_does_not_have_is_not_its_to_call()
    {
        // Both in one turn: the abstraction's client then calls neither.
        using var client = new FunctionInvokingChatClient(new Talker(
            new ChatResponseUpdate(ChatRole.Assistant, [Call, new FunctionCallContent("call-2", "umbrella")])))
        {
            AdditionalTools = [AIFunctionFactory.Create(static (string city) => city, "weather")],
        };
        await using var app = await Clients.Listen(client);
        ChatCompletionOptions options = new() { Tools = { ChatTool.CreateFunctionTool("umbrella") } };

        ChatCompletion completion = await app.Chat().CompleteChatAsync([new UserChatMessage("How is Hangzhou?")], options);

        Assert.Equal("umbrella", Assert.Single(completion.ToolCalls).FunctionName);
    }

    [Fact]
    public async Task Wrong_arguments_are_not_made_right()
    {
        var wrong = new FunctionCallContent("call-1", "weather") { Exception = new JsonException("no end") };
        ChatCompletionOptions options = new() { Tools = { Weather } };
        await using var app = await Clients.Listen(new Talker(new ChatResponseUpdate(ChatRole.Assistant, [wrong])));
        var failed = await Assert.ThrowsAsync<System.ClientModel.ClientResultException>(
            () => app.Chat().CompleteChatAsync([new UserChatMessage("How is it?")], options));

        wrong.RawRepresentation = """{"city":""";
        ChatCompletion completion = await app.Chat().CompleteChatAsync([new UserChatMessage("How is it?")], options);

        Assert.Equal(500, failed.Status);
        Assert.Contains(app.Log.Entries, static entry => entry.Exception?.Message.StartsWith(
            "The arguments of the call of 'weather'", StringComparison.Ordinal) is true);
        Assert.Equal("""{"city":""", Assert.Single(completion.ToolCalls).FunctionArguments.ToString());
    }

    [Fact]
    public async Task A_strict_schema_is_strict_for_the_model()
    {
        var talker = Talker.Saying("{}");
        await using var app = await Clients.Listen(talker);

        await app.Chat().CompleteChatAsync([new UserChatMessage("Hello")], new()
        {
            Tools = { ChatTool.CreateFunctionTool("weather", null, BinaryData.FromString(Schema), functionSchemaIsStrict: true) },
            ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat(
                "answer", BinaryData.FromString(Schema), jsonSchemaIsStrict: true),
        });

        Assert.Equal(true, Assert.IsAssignableFrom<AIFunctionDeclaration>(talker.Options.Tools![0]).AdditionalProperties["strict"]);
        Assert.Equal(true, talker.Options.AdditionalProperties!["strict"]);
    }

    [Fact]
    public async Task Arguments_of_the_apps_own_types_have_its_contracts()
    {
        var call = new FunctionCallContent("call-1", "fly", new Dictionary<string, object?> { ["to"] = new City("Hangzhou", 12) });
        await using var app = await App.Listen(
            static _ => { },
            build: static builder => builder.Services.ConfigureHttpJsonOptions(
                static json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, CityJson.Default)),
            use: app => app.MapEasChat<Scripted>(_ => new Talker(new ChatResponseUpdate(ChatRole.Assistant, [call]))));

        ChatCompletion completion = await app.Chat().CompleteChatAsync(
            [new UserChatMessage("Away")], new() { Tools = { ChatTool.CreateFunctionTool("fly") } });

        Assert.Equal("""{"to":{"name":"Hangzhou","million":12}}""", Assert.Single(completion.ToolCalls).FunctionArguments.ToString());
    }

    [Fact]
    public async Task A_choice_of_tools_reaches_the_client()
    {
        var talker = Talker.Saying("Hi");
        await using var app = await Clients.Listen(talker);
        foreach (var (choice, expected) in new (ChatToolChoice, ChatToolMode)[]
        {
            (ChatToolChoice.CreateAutoChoice(), ChatToolMode.Auto),
            (ChatToolChoice.CreateNoneChoice(), ChatToolMode.None),
            (ChatToolChoice.CreateRequiredChoice(), ChatToolMode.RequireAny),
            (ChatToolChoice.CreateFunctionChoice("weather"), ChatToolMode.RequireSpecific("weather")),
        })
        {
            await app.Chat().CompleteChatAsync(
                [new UserChatMessage("Hello")],
                new() { Tools = { Weather }, ToolChoice = choice, AllowParallelToolCalls = false });

            Assert.Equal(expected, talker.Options.ToolMode);
            Assert.False(talker.Options.AllowMultipleToolCalls);
        }
    }

    private static IAsyncEnumerable<ChatResponseUpdate> One(ChatResponseUpdate update) => new[] { update }.ToAsyncEnumerable();

    public sealed record City(string Name, int Million);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(City))]
    private sealed partial class CityJson : JsonSerializerContext;
}
