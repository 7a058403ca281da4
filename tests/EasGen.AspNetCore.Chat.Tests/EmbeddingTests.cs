using System.Net;
using EasGen.AspNetCore.Chat.Tests.Kit;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.Extensions.AI;
using OpenAI.Embeddings;
using Clients = EasGen.AspNetCore.Chat.Tests.Kit.Clients;
using EmbeddingGenerationOptions = Microsoft.Extensions.AI.EmbeddingGenerationOptions;

namespace EasGen.AspNetCore.Chat.Tests;

public class EmbeddingTests
{
    private const string Route = "/v1/embeddings";

    [Fact]
    public async Task Texts_become_vectors_in_their_order()
    {
        var generator = new Embedder(static text => [text.Length, -0.5f, float.Epsilon]);
        await using var app = await Clients.Listen(generator);

        OpenAIEmbeddingCollection embeddings = await app.Embeddings().GenerateEmbeddingsAsync(["a", "bb"], new() { Dimensions = 3 });
        OpenAIEmbedding one = await app.Embeddings().GenerateEmbeddingAsync("ccc");

        Assert.Equal([[1, -0.5f, float.Epsilon], [2, -0.5f, float.Epsilon]], embeddings.Select(static item => item.ToFloats().ToArray()));
        Assert.Equal([0, 1], embeddings.Select(static item => item.Index));
        Assert.Equal((Clients.Model, 3, 3), (embeddings.Model, embeddings.Usage.InputTokenCount, embeddings.Usage.TotalTokenCount));
        Assert.Equal([3, -0.5f, float.Epsilon], one.ToFloats().ToArray());
        Assert.Null(generator.Options?.Dimensions);
        Assert.Null(generator.Options?.ModelId);
    }

    [Fact]
    public async Task The_abstraction_comes_through()
    {
        var generator = new Embedder(static text => [text.Length, 1]);
        await using var app = await Clients.Listen(generator, options: new() { Models = ["small", "large"] });

        var embeddings = await app.Embeddings("large").AsIEmbeddingGenerator().GenerateAsync(["a", "bb"], new() { Dimensions = 2 });

        Assert.Equal([[1, 1], [2, 1]], embeddings.Select(static item => item.Vector.ToArray()));
        Assert.Equal((2, "large"), (generator.Options?.Dimensions, generator.Options?.ModelId));
        Assert.Equal(3, embeddings.Usage?.InputTokenCount);
    }

    [Theory]
    [InlineData("""{"input":"ab"}""", "[2,0.5]")]
    [InlineData("""{"input":["ab"],"encoding_format":"float"}""", "[2,0.5]")]
    [InlineData("""{"input":["ab"],"encoding_format":"base64","user":"ann"}""", "\"AAAAQAAAAD8=\"")]
    public async Task A_vector_has_the_form_that_is_asked_for(string body, string expected)
    {
        await using var app = await Clients.Listen(new Embedder(static text => [text.Length, 0.5f], counts: false));

        using var answer = await app.Client.PostText(Route, body);

        Assert.Equal(
            $$"""{"object":"list","data":[{"object":"embedding","index":0,"embedding":{{expected}}}],"model":"scripted"}""",
            await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{}", null, "Required are: input.", "invalid_request")]
    [InlineData("""{"input":null}""", "input", "a text or a list of texts", "invalid_value")]
    [InlineData("""{"input":7}""", "input", "a text or a list of texts", "invalid_value")]
    [InlineData("""{"input":[]}""", "input", "is empty; send one text or more", "invalid_value")]
    [InlineData("""{"input":""}""", "input", "is an empty text", "invalid_value")]
    [InlineData("""{"input":["a",""]}""", "input[1]", "is an empty text", "invalid_value")]
    [InlineData("""{"input":"a\ud83d"}""", "input", "has half of a character", "invalid_value")]
    [InlineData("""{"input":["a","\ud83d"]}""", "input[1]", "has half of a character", "invalid_value")]
    [InlineData("""{"input":["a",7]}""", "input[1]", "must be a text", "invalid_value")]
    [InlineData("""{"input":[[]]}""", "input[0]", "must be a text", "invalid_value")]
    [InlineData("""{"input":[15496,995]}""", "input", "has tokens, but must be a text", "unsupported_value")]
    [InlineData("""{"input":[[15496],[995]]}""", "input", "has tokens, but must be a text", "unsupported_value")]
    [InlineData("""{"input":"a","dimensions":0}""", "dimensions", "is 0, but must be 1 or more", "invalid_value")]
    [InlineData("""{"input":"a","encoding_format":"int8"}""", "encoding_format", "is 'int8', but must be float or base64", "invalid_value")]
    public async Task What_is_wrong_is_said_with_its_place(string body, string? place, string says, string code)
    {
        await using var app = await Clients.Listen(new Embedder(static _ => throw new InvalidOperationException()));

        using var answer = await app.Client.PostText(Route, body);

        var error = await answer.Error(HttpStatusCode.BadRequest);
        Assert.Equal((place, code), (error.GetProperty("param").GetString(), error.Text("code")));
        Assert.Contains(says, error.Text("message"), StringComparison.Ordinal);
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task OpenAIs_client_throws_what_went_wrong()
    {
        await using var app = await Clients.Listen(
            new Embedder(static text => text == "bad" ? throw new InvalidOperationException("hunter2") : [1]),
            App.Plain with { MaxRequestBodyBytes = 500 });

        await Failures.Thrown(
            () => app.Embeddings("gpt").GenerateEmbeddingAsync("a"),
            HttpStatusCode.NotFound,
            "The model 'gpt' does not exist; there is 'scripted'.");
        await Failures.Thrown(
            () => app.Embeddings().GenerateEmbeddingAsync(new string('a', 600)),
            HttpStatusCode.RequestEntityTooLarge,
            "The body may have 500 bytes");
        await Failures.Thrown(
            () => app.Embeddings().GenerateEmbeddingAsync("bad"), HttpStatusCode.InternalServerError, "the log of the service says why");
        await Failures.Thrown(
            () => app.Embeddings().GenerateEmbeddingsAsync(["a", ""]), HttpStatusCode.BadRequest, "input[1] is an empty text.");
    }

    [Fact]
    public async Task A_vector_too_few_is_an_error_that_names_it()
    {
        await using var app = await Clients.Listen(new Embedder(static _ => [1], leavesOut: 1));

        await Failures.Thrown(
            () => app.Embeddings().GenerateEmbeddingsAsync(["a", "b"]),
            HttpStatusCode.InternalServerError,
            "the log of the service says why");

        Assert.Contains(app.Log.Entries, static entry => entry.Exception?.Message.StartsWith(
            "The embedding generator of Scripted was given 2 texts and returned 1 embeddings;", StringComparison.Ordinal) is true);
    }

    private sealed class Embedder(Func<string, float[]> embed, bool counts = true, int leavesOut = 0)
        : IEmbeddingGenerator<string, Embedding<float>>
    {
        public EmbeddingGenerationOptions? Options { get; private set; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values,
            EmbeddingGenerationOptions? options = null,
            CancellationToken cancellationToken = default)
        {
            Options = options;
            var texts = values.SkipLast(leavesOut).ToArray();
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(texts.Select(text => new Embedding<float>(embed(text))))
            {
                Usage = counts ? new() { InputTokenCount = texts.Sum(static text => text.Length) } : null,
            });
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
