using System.Net;
using EasGen.AspNetCore.Chat.Tests.Kit;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenAI.Chat;
using OpenAI.Models;
using Clients = EasGen.AspNetCore.Chat.Tests.Kit.Clients;

namespace EasGen.AspNetCore.Chat.Tests;

/// <summary>Which models there are, and which of them a request asks for.</summary>
public class ModelTests
{
    [Fact]
    public async Task The_service_is_the_model_unless_it_says_otherwise()
    {
        await using var app = await Clients.Listen(Talker.Saying("Hi"));

        OpenAIModelCollection models = await app.Models().GetModelsAsync();
        OpenAIModel model = await app.Models().GetModelAsync("scripted");

        Assert.Equal("scripted", Assert.Single(models).Id);
        Assert.Equal(("scripted", "scripted"), (model.Id, model.OwnedBy));
        Assert.InRange(model.CreatedAt, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
    }

    [Fact]
    public async Task The_client_is_told_which_of_several_is_asked_for()
    {
        var talker = Talker.Saying("Hi");
        await using var app = await Clients.Listen(talker, options: new() { Models = ["acme/small", "acme/large"] });

        ChatCompletion large = await app.Chat("acme/large").CompleteChatAsync(new UserChatMessage("Hello"));
        var asked = talker.Options.ModelId;
        using var unnamed = await app.Client.PostText("/v1/chat/completions", """{"messages":[{"role":"user","content":"Hello"}]}""");

        Assert.Equal(("acme/large", "acme/large"), (asked, large.Model));
        Assert.Equal(("acme/small", "acme/small"), (talker.Options.ModelId, (await unnamed.Json()).Text("model")));
        foreach (var path in new[] { "/v1/models/acme/large", "/v1/models/acme%2Flarge" })
        {
            using var model = await app.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal("acme/large", (await model.Json()).Text("id"));
        }
    }

    [Fact]
    public async Task A_model_that_is_not_there_is_404()
    {
        await using var app = await Clients.Listen(Talker.Saying("Hi"));

        using var answer = await app.Client.GetAsync(new Uri("/v1/models/gpt-4o", UriKind.Relative));

        Assert.Equal("model_not_found", (await answer.Error(HttpStatusCode.NotFound)).Text("code"));
        await Failures.Thrown(() => app.Models().GetModelAsync("gpt-4o"), HttpStatusCode.NotFound, "does not exist; there is 'scripted'");
    }

    [Fact]
    public async Task Chat_and_embeddings_have_one_list()
    {
        await using var app = await App.Listen(static _ => { }, use: static app =>
        {
            app.MapEasChat<Scripted>(static _ => Talker.Saying("Hi"), new() { Models = ["chat", "both"] });
            app.MapEasEmbeddings<Scripted>(static _ => null!, new() { Models = ["both", "embed"] });
        });

        OpenAIModelCollection models = await app.Models().GetModelsAsync();

        Assert.Equal(["chat", "both", "embed"], models.Select(static model => model.Id));
        await Failures.Thrown(
            () => app.Chat("embed").CompleteChatAsync(new UserChatMessage("Hello")), HttpStatusCode.NotFound, "there is 'chat', 'both'");
    }

    [Fact]
    public async Task Groups_have_lists_of_their_own()
    {
        await using var app = await App.Listen(static _ => { }, use: static app =>
        {
            app.MapGroup("/a").MapEasChat<Scripted>(static _ => Talker.Saying("a"), new() { Models = ["a"] });
            app.MapGroup("/b").MapEasChat<Scripted>(static _ => Talker.Saying("b"), new() { Models = ["b"] });
        });

        using var models = await app.Client.GetAsync(new Uri("/b/v1/models", UriKind.Relative));
        using var answer = await app.Client.PostText("/a/v1/chat/completions", """{"messages":[{"role":"user","content":"Hello"}]}""");

        Assert.Equal("b", Assert.Single((await models.Json()).GetProperty("data").EnumerateArray()).Text("id"));
        Assert.Equal("a", (await answer.Json()).GetProperty("choices")[0].GetProperty("message").Text("content"));
    }

    [Fact]
    public async Task Groups_of_the_same_prefix_have_one_list()
    {
        await using var app = await App.Listen(
            static _ => { },
            build: static builder => builder.Services.AddOpenApi(),
            use: static app =>
            {
                app.MapOpenApi();
                app.MapGroup("/a").MapEasChat<Scripted>(static _ => Talker.Saying("a"), new() { Models = ["chat", "both"] });
                app.MapGroup("/a/").MapEasEmbeddings<Scripted>(static _ => null!, new() { Models = ["both", "embed"] });
            });

        using var models = await app.Client.GetAsync(new Uri("/a/v1/models", UriKind.Relative));
        using var model = await app.Client.GetAsync(new Uri("/a/v1/models/embed", UriKind.Relative));
        using var document = await app.Client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative));

        Assert.Equal(
            ["chat", "both", "embed"],
            (await models.Json()).GetProperty("data").EnumerateArray().Select(static model => model.Text("id")));
        Assert.Equal("embed", (await model.Json()).Text("id"));
        Assert.True((await document.Json()).GetProperty("paths").TryGetProperty("/a/v1/models", out _));
        Assert.NotEmpty(Assert.Single(models.Headers.GetValues("x-request-id")));
    }
}
