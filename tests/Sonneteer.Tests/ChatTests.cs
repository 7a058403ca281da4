using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using EasGen.Testing;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Models;

namespace Sonnets.Tests;

/// <summary>The sample as OpenAI's API, in the eyes of OpenAI's own client and of that of Microsoft.Extensions.AI.</summary>
public class ChatTests
{
    private const string Prompt = "Shall I compare thee";

    private static readonly SonnetRequest Request = new(Prompt, MaxTokens: 60, Seed: 7);

    private static ChatCompletionOptions Options => new() { MaxOutputTokenCount = 60, Temperature = 0.7f, Seed = 7 };

    // Single precision, as the API has it.
    private static string Expected => Committed.Write(Request with { Temperature = 0.7f });

    [Fact]
    public async Task The_whole_text_comes_at_once()
    {
        using var service = await Sample.Start();

        ChatCompletion completion = await Client(service).CompleteChatAsync([new UserChatMessage(Prompt)], Options);

        Assert.Equal(Expected, completion.Content[0].Text);
        Assert.Equal(OpenAI.Chat.ChatFinishReason.Length, completion.FinishReason);
        Assert.Equal((Prompt.Length, 60), (completion.Usage.InputTokenCount, completion.Usage.OutputTokenCount));
    }

    [Fact]
    public async Task Each_token_comes_as_it_is_written()
    {
        using var service = await Sample.Start();
        ChatOptions options = new() { MaxOutputTokens = 60, Temperature = 0.7f, Seed = 7 };

        var updates = await Client(service).AsIChatClient().GetStreamingResponseAsync(Prompt, options).ToListAsync();

        Assert.Equal(60, updates.Count(static update => update.Text.Length == 1));
        Assert.Equal(Expected, updates.ToChatResponse().Text);
    }

    [Fact]
    public async Task A_client_that_leaves_stops_it()
    {
        using var service = await Sample.Start(tokensPerSecond: 5);

        await foreach (var update in Client(service).AsIChatClient().GetStreamingResponseAsync(Prompt))
        {
            if (update.Text.Length > 0)
                break;
        }

        await service.WaitFor("its caller has left");
    }

    [Fact]
    public async Task Its_limits_are_told_in_the_form_of_the_api()
    {
        using var service = await Sample.Start();

        var thrown = await Assert.ThrowsAsync<ClientResultException>(
            () => Client(service).CompleteChatAsync([new UserChatMessage(Prompt)], new() { MaxOutputTokenCount = 1001 }));

        Assert.Equal((int)HttpStatusCode.BadRequest, thrown.Status);
        Assert.Contains("maxTokens is 1001, but must be from 1 to 1000.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_the_model_of_its_name()
    {
        using var service = await Sample.Start();

        OpenAIModelCollection models = await Api(service).GetOpenAIModelClient().GetModelsAsync();

        Assert.Equal(Sonneteer.Eas.Name, Assert.Single(models).Id);
    }

    private static ChatClient Client(ServiceProcess service) => Api(service).GetChatClient(Sonneteer.Eas.Name);

    private static OpenAIClient Api(ServiceProcess service) => new(
        new ApiKeyCredential("none"),
        new() { Endpoint = new Uri(service.Client.BaseAddress!, "v1"), RetryPolicy = new ClientRetryPolicy(0) });
}
