using System.Net;
using EasGen.AspNetCore.Chat.Tests.Kit;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Http;
using OpenAI.Chat;
using Clients = EasGen.AspNetCore.Chat.Tests.Kit.Clients;

namespace EasGen.AspNetCore.Chat.Tests;

/// <summary>What is wrong with a request is said in the form of OpenAI's errors, with the place.</summary>
public class WrongRequestTests
{
    private const string Hello = """[{"role":"user","content":"Hello"}]""";

    /// <summary>The body, the place in it, what is said, and the code.</summary>
    public static TheoryData<string, string?, string, string> Wrong { get; } = new()
    {
        { "", null, "The body is not JSON", "invalid_request" },
        { "Hello", null, "The body is not JSON", "invalid_request" },
        { """{"messages":""", "messages", "The body is not JSON", "invalid_request" },
        { "null", null, "The body is null", "invalid_request" },
        { "[]", null, "wrong type", "invalid_request" },
        { "{}", null, "Required are: messages.", "invalid_request" },
        { """{"messages":null}""", "messages", "wrong type", "invalid_request" },
        { """{"messages":"Hello"}""", "messages", "wrong type", "invalid_request" },
        { """{"messages":[]}""", "messages", "is empty", "invalid_value" },
        { """{"messages":[null]}""", "messages[0]", "is null", "invalid_value" },
        { """{"messages":["Hello"]}""", "messages[0]", "wrong type", "invalid_request" },
        { """{"messages":[{"content":"Hello"}]}""", "messages[0].role", "is missing", "invalid_value" },
        { """{"messages":[{"role":7}]}""", "messages[0].role", "wrong type", "invalid_request" },
        { Message("""{"role":"boss","content":"Hello"}"""), "messages[0].role", "is 'boss', but must be system", "invalid_value" },
        { Message("""{"role":"user"}"""), "messages[0].content", "is missing", "invalid_value" },
        { Message("""{"role":"user","content":null}"""), "messages[0].content", "is missing", "invalid_value" },
        { Message("""{"role":"user","content":7}"""), "messages[0].content", "a text or a list of parts", "invalid_value" },
        { Message("""{"role":"user","content":[]}"""), "messages[0].content", "is empty", "invalid_value" },
        { Message("""{"role":"assistant"}"""), "messages[0].content", "and so are tool_calls", "invalid_value" },
        { Message("""{"role":"tool","content":"7"}"""), "messages[0].tool_call_id", "is missing", "invalid_value" },
        { Message("""{"role":"user","content":"hi \ud83d"}"""), "messages[0].content", "has half of a character", "invalid_value" },
        { Part("""{"type":"text","text":"\ud83d"}"""), "messages[0].content[0].text", "has the wrong type", "invalid_value" },
        { Message("""{"role":"\ud83d","content":"Hello"}"""), "messages[0].role", "wrong type", "invalid_request" },
        { Calls("""[null]"""), "messages[0].tool_calls[0].type", "must be function", "unsupported_value" },
        { Calls("""[{"id":"1","type":"custom"}]"""), "messages[0].tool_calls[0].type", "is 'custom'", "unsupported_value" },
        { Calls("""[{"function":{"name":"f"}}]"""), "messages[0].tool_calls[0].id", "is missing", "invalid_value" },
        { Calls("""[{"id":" ","function":{"name":"f"}}]"""), "messages[0].tool_calls[0].id", "is missing", "invalid_value" },
        { Calls("""[{"id":"1","function":{"name":" "}}]"""), "messages[0].tool_calls[0].function.name", "is missing", "invalid_value" },
        { Calls("""[{"id":"1","function":{}}]"""), "messages[0].tool_calls[0].function.name", "is missing", "invalid_value" },
        { Part("null"), "messages[0].content[0]", "is null", "invalid_value" },
        { Part("7"), "messages[0].content[0]", "has the wrong type", "invalid_value" },
        { Part("""{"type":"text","text":7}"""), "messages[0].content[0].text", "has the wrong type", "invalid_value" },
        { Part("""{"text":"Hello"}"""), "messages[0].content[0].type", "is missing", "invalid_value" },
        { Part("""{"type":"text"}"""), "messages[0].content[0].text", "is missing", "invalid_value" },
        { Part("""{"type":"video"}"""), "messages[0].content[0].type", "is 'video'", "unsupported_value" },
        { Part("""{"type":"image_url"}"""), "messages[0].content[0].image_url.url", "is missing", "invalid_value" },
        { Image("cat.png"), "messages[0].content[0].image_url.url", "http, https or data URL", "invalid_value" },
        { Image("file:///etc/passwd"), "messages[0].content[0].image_url.url", "http, https or data URL", "invalid_value" },
        { Image("data:image/png;base64,???"), "messages[0].content[0].image_url.url", "not a right data URL", "invalid_value" },
        { Image("data:"), "messages[0].content[0].image_url.url", "not a right data URL", "invalid_value" },
        { Part("""{"type":"input_audio"}"""), "messages[0].content[0].input_audio.data", "is missing", "invalid_value" },
        { Audio("AQID", "flac"), "messages[0].content[0].input_audio.format", "is 'flac', but must be wav or mp3", "unsupported_value" },
        { Audio("???", "wav"), "messages[0].content[0].input_audio.data", "is not Base64", "invalid_value" },
        { Part("""{"type":"file","file":{"file_id":" "}}"""), "messages[0].content[0].file.file_data", "is missing", "invalid_value" },
        { Part("""{"type":"file","file":{}}"""), "messages[0].content[0].file.file_data", "is missing", "invalid_value" },
        {
            Part("""{"type":"file","file":{"file_data":"https://a/b"}}"""),
            "messages[0].content[0].file.file_data", "data URL", "invalid_value"
        },
        { With(""" "n":2 """), "n", "is 2, but must be 1", "unsupported_value" },
        { With(""" "logprobs":true """), "logprobs", "must be false", "unsupported_value" },
        { With(""" "max_tokens":0 """), "max_tokens", "is 0, but must be 1 or more", "invalid_value" },
        { With(""" "max_completion_tokens":-1 """), "max_completion_tokens", "is -1", "invalid_value" },
        { With(""" "max_tokens":"many" """), "max_tokens", "wrong type", "invalid_request" },
        { With(""" "temperature":-0.5 """), "temperature", "is -0.5, but must be 0 or more", "invalid_value" },
        { With(""" "top_p":1.5 """), "top_p", "is 1.5, but must be from 0 to 1", "invalid_value" },
        { With(""" "temperature":1e999 """), "temperature", "is a number that is too large", "invalid_value" },
        { With(""" "presence_penalty":-1e999 """), "presence_penalty", "is a number that is too large", "invalid_value" },
        { With(""" "stop":7 """), "stop", "a text or a list of texts", "invalid_value" },
        { With(""" "stop":["END",7] """), "stop[1]", "must be a text", "invalid_value" },
        { With(""" "stop":"\udc4b" """), "stop", "has half of a character", "invalid_value" },
        { With(""" "stop":["END","\ud83d"] """), "stop[1]", "has half of a character", "invalid_value" },
        { With(""" "tool_choice":"\ud83d" """), "tool_choice", "has half of a character", "invalid_value" },
        { With(""" "reasoning_effort":"all" """), "reasoning_effort", "is 'all'", "invalid_value" },
        { With(""" "stream":"yes" """), "stream", "wrong type", "invalid_request" },
        { With(""" "response_format":{"type":"xml"} """), "response_format.type", "is 'xml'", "invalid_value" },
        { With(""" "response_format":{} """), "response_format.type", "must be text, json_object", "invalid_value" },
        { With(""" "response_format":{"type":"json_schema"} """), "response_format.json_schema.schema", "is missing", "invalid_value" },
        { With(""" "tools":[{"type":"web_search"}] """), "tools[0].type", "is 'web_search'", "unsupported_value" },
        { With(""" "tools":[null] """), "tools[0].type", "must be function", "unsupported_value" },
        { With(""" "tools":[{"type":"function"}] """), "tools[0].function.name", "is missing", "invalid_value" },
        { With(""" "tools":[{"type":"function","function":{"name":" "}}] """), "tools[0].function.name", "is missing", "invalid_value" },
        { With(""" "my.key":tru """), "['my.key']", "The body is not JSON", "invalid_request" },
        {
            With(""" "tools":[{"type":"function","function":{"name":"f","parameters":[]}}] """),
            "tools[0].function.parameters", "a JSON Schema, an object", "invalid_value"
        },
        { With(""" "tool_choice":"some" """), "tool_choice", "must be none, auto, required", "invalid_value" },
        { With(""" "tool_choice":"required" """), "tool_choice", "there are no tools", "invalid_value" },
        { With(""" "tool_choice":{"type":"allowed_tools"} """), "tool_choice.type", "is 'allowed_tools'", "unsupported_value" },
        { With(""" "tool_choice":{"type":"function"} """), "tool_choice.function.name", "is missing", "invalid_value" },
        {
            With(""" "tool_choice":{"type":"function","function":{"name":"f"}} """),
            "tool_choice.function.name", "is 'f', which is not among the tools", "invalid_value"
        },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task It_is_said_where_and_what(string body, string? place, string says, string code)
    {
        var talker = Talker.Saying("Hi");
        await using var app = await Clients.Listen(talker);

        using var answer = await app.Client.PostText("/v1/chat/completions", body);

        var error = await answer.Error(HttpStatusCode.BadRequest);
        Assert.Equal((place, code), (error.GetProperty("param").GetString(), error.Text("code")));
        Assert.Equal("invalid_request_error", error.Text("type"));
        Assert.Contains(says, error.Text("message"), StringComparison.Ordinal);
        Assert.DoesNotContain("EasGen", error.Text("message"), StringComparison.Ordinal);
        Assert.Empty(talker.Messages);
        Assert.Empty(app.Log.Warnings);
    }

    private static string With(string setting) => $$"""{"messages":{{Hello}},{{setting}}}""";

    private static string Message(string message) => $$"""{"messages":[{{message}}]}""";

    private static string Calls(string calls) => Message($$"""{"role":"assistant","tool_calls":{{calls}}}""");

    private static string Part(string part) => Message($$"""{"role":"user","content":[{{part}}]}""");

    private static string Image(string url) => Part($$$"""{"type":"image_url","image_url":{"url":"{{{url}}}"}}""");

    private static string Audio(string data, string format) =>
        Part($$$"""{"type":"input_audio","input_audio":{"data":"{{{data}}}","format":"{{{format}}}"}}""");

    [Fact]
    public async Task OpenAIs_client_throws_with_status_message_and_place()
    {
        await using var app = await Clients.Listen(Talker.Saying("Hi"));

        var thrown = await Failures.Thrown(
            () => app.Chat().CompleteChatAsync([new UserChatMessage("Hello")], new() { MaxOutputTokenCount = 0 }),
            HttpStatusCode.BadRequest,
            "max_completion_tokens is 0, but must be 1 or more.");
        Assert.Contains("invalid_value", thrown.Message, StringComparison.Ordinal);
        await Failures.Thrown(
            async () => await app.Chat()
                .CompleteChatStreamingAsync([new UserChatMessage("Hello")], new() { Temperature = -1 })
                .ToListAsync(),
            HttpStatusCode.BadRequest,
            "temperature is -1");
    }

    [Fact]
    public async Task A_model_that_is_not_there_is_404_and_those_that_are_there_are_named()
    {
        await using var app = await Clients.Listen(Talker.Saying("Hi"), options: new() { Models = ["small", "large"] });

        var thrown = await Failures.Thrown(
            () => app.Chat("gpt-4o").CompleteChatAsync(new UserChatMessage("Hello")),
            HttpStatusCode.NotFound,
            "The model 'gpt-4o' does not exist; there is 'small', 'large'.");
        Assert.Contains("model_not_found", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_413()
    {
        await using var app = await Clients.Listen(Talker.Saying("Hi"), App.Plain with { MaxRequestBodyBytes = 1000 });

        await Failures.Thrown(
            () => app.Chat().CompleteChatAsync(new UserChatMessage(new string('a', 2000))),
            HttpStatusCode.RequestEntityTooLarge,
            "The body may have 1000 bytes, but has 2");
    }

    [Fact]
    public async Task A_body_of_another_type_is_415()
    {
        await using var app = await Clients.Listen(Talker.Saying("Hi"));

        using var answer = await app.Client.PostText("/v1/chat/completions", "Hello", "text/plain");

        var error = await answer.Error(HttpStatusCode.UnsupportedMediaType);
        Assert.Equal("unsupported_media_type", error.Text("code"));
    }

    [Fact]
    public async Task What_only_the_client_can_tell_is_for_its_caller()
    {
        await using var app = await Clients.Listen(new Talker(static _ =>
            throw new BadHttpRequestException("The text is too long for the model.", StatusCodes.Status422UnprocessableEntity)));

        await Failures.Thrown(
            () => app.Chat().CompleteChatAsync(new UserChatMessage("Hello")),
            HttpStatusCode.UnprocessableEntity,
            "The text is too long for the model.");
        await Failures.Thrown(
            async () => await app.Chat().CompleteChatStreamingAsync(new UserChatMessage("Hello")).ToListAsync(),
            HttpStatusCode.UnprocessableEntity,
            "The text is too long for the model.");
    }

    [Fact]
    public async Task An_exception_of_the_client_is_500_without_its_text()
    {
        await using var app = await Clients.Listen(new Talker(_ => throw new InvalidOperationException("password=hunter2")));

        var thrown = await Failures.Thrown(
            () => app.Chat().CompleteChatAsync(new UserChatMessage("Hello")),
            HttpStatusCode.InternalServerError,
            "the log of the service says why");

        Assert.DoesNotContain("hunter2", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(app.Log.Entries, static entry => entry.Exception?.Message == "password=hunter2");
    }
}
