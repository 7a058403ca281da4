using System.Net;
using System.Text.Json;
using EasGen.AspNetCore.Chat.Tests.Kit;
using EasGen.AspNetCore.Starting;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EasGen.AspNetCore.Chat.Tests;

/// <summary>
/// The app's document has the endpoints with their types, also when the JSON options of the app are made before they are mapped.
/// </summary>
public class OpenApiTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_document_has_the_endpoints_with_their_types(bool late)
    {
        await using var app = await App.Listen(
            static service => service.Predict<int, int>("/", static (_, number, _) => number),
            build: static builder => builder.Services.AddOpenApi(),
            use: app =>
            {
                app.MapOpenApi();
                if (late)
                    app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>()
                        .Value.SerializerOptions.MakeReadOnly();
                app.MapEasChat<Scripted>(static _ => Talker.Saying("Hi"), new() { OperationId = "Chat", Summary = "Talks." });
                app.MapEasEmbeddings<Scripted>(static _ => null!);
            });

        using var answer = await app.Client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative));
        var document = await answer.Json();

        var paths = document.GetProperty("paths");
        Assert.Equal(
            ["/", "/v1/chat/completions", "/v1/embeddings", "/v1/models", "/v1/models/{name}"],
            paths.EnumerateObject().Select(static path => path.Name).Order(StringComparer.Ordinal));
        var chat = paths.GetProperty("/v1/chat/completions").GetProperty("post");
        Assert.Equal(("Chat", "Talks."), (chat.Text("operationId"), chat.Text("summary")));
        Assert.Equal("CompletionRequest", Schema(chat.GetProperty("requestBody"), "application/json"));
        Assert.Equal("Completion", Schema(Answer(chat, 200), "application/json"));
        Assert.Equal("ErrorBody", Schema(Answer(chat, 429), "application/json"));
        Assert.Equal("ErrorBody", Schema(Answer(chat, 404), "application/json"));
        var embeddings = paths.GetProperty("/v1/embeddings").GetProperty("post");
        Assert.Equal("EmbeddingRequest", Schema(embeddings.GetProperty("requestBody"), "application/json"));
        Assert.Equal("EmbeddingList", Schema(Answer(embeddings, 200), "application/json"));
        Assert.Equal("ModelList", Schema(Answer(paths.GetProperty("/v1/models").GetProperty("get"), 200), "application/json"));
        Assert.Contains(
            "max_completion_tokens",
            document.GetProperty("components").GetProperty("schemas").GetProperty("CompletionRequest").GetProperty("properties")
                .EnumerateObject().Select(static property => property.Name));
    }

    [Fact]
    public async Task The_examples_are_bodies_that_the_endpoints_take()
    {
        await using var app = await App.Listen(static _ => { }, use: static app =>
        {
            app.MapEasChat<Scripted>(static _ => Talker.Saying("Hi"));
            app.MapEasEmbeddings<Scripted>(static _ => null!);
        });

        var examples = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(static endpoint => (endpoint.RoutePattern.RawText, Example: endpoint.Metadata.GetMetadata<PredictExample>()))
            .Where(static found => found.Example is not null)
            .ToDictionary(static found => found.RawText!, static found => found.Example!.Body());
        using var answer = await app.Client.PostText("/v1/chat/completions", examples["/v1/chat/completions"]!);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"input":"Hello"}""", examples["/v1/embeddings"]);
    }

    private static JsonElement Answer(JsonElement operation, int status) =>
        operation.GetProperty("responses").GetProperty($"{status}");

    private static string Schema(JsonElement body, string mediaType) =>
        body.GetProperty("content").GetProperty(mediaType).GetProperty("schema").Text("$ref").Split('/')[^1];
}
