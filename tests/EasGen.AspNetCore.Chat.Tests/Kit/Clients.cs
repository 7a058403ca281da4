using System.ClientModel;
using System.ClientModel.Primitives;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;
using OpenAI.Models;

namespace EasGen.AspNetCore.Chat.Tests.Kit;

/// <summary>The app, and the clients with which users call it.</summary>
internal static class Clients
{
    public const string Model = "scripted";

    /// <summary>Starts an app with a chat client on a real server.</summary>
    public static Task<App> Listen(IChatClient client, EasServiceDescription? description = null, EasModelOptions? options = null) =>
        App.Listen(static _ => { }, description, use: app => app.MapEasChat<Scripted>(_ => client, options));

    public static Task<App> Listen(
        IEmbeddingGenerator<string, Embedding<float>> generator,
        EasServiceDescription? description = null,
        EasModelOptions? options = null) =>
        App.Listen(static _ => { }, description, use: app => app.MapEasEmbeddings<Scripted>(_ => generator, options));

    public static ChatClient Chat(this App app, string model = Model, int retries = 0) => app.OpenAI(retries).GetChatClient(model);

    public static IChatClient AI(this App app, string model = Model) => app.Chat(model).AsIChatClient();

    public static EmbeddingClient Embeddings(this App app, string model = Model) => app.OpenAI().GetEmbeddingClient(model);

    public static OpenAIModelClient Models(this App app) => app.OpenAI().GetOpenAIModelClient();

    private static OpenAIClient OpenAI(this App app, int retries = 0) => new(
        new ApiKeyCredential("token"),
        new()
        {
            Endpoint = new Uri(app.Client.BaseAddress!, "v1"),
            RetryPolicy = new ClientRetryPolicy(retries),
        });
}
