using System.Text.Json;
using EasGen.AspNetCore.Answers;
using EasGen.AspNetCore.Chat.Contracts;
using EasGen.AspNetCore.Chat.Errors;
using EasGen.AspNetCore.Chat.Models;
using EasGen.AspNetCore.Http;
using EasGen.AspNetCore.Predict;
using EasGen.AspNetCore.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Chat.Embeddings;

/// <summary>The embedding generator of a predictor, as OpenAI's API.</summary>
internal sealed class EmbeddingDefinition<TService>(
    EasModelOptions options,
    ModelNames models,
    Func<TService, IEmbeddingGenerator<string, Embedding<float>>> generator)
    : AnswerDefinition<TService, EmbeddingCall, EmbeddingList>(
        "/v1/embeddings",
        options,
        isSynchronous: false,
        (service, call, cancellationToken) => Generate(generator(service), call, cancellationToken))
    where TService : class
{
    protected override ProblemFormat Problems => ErrorFormat.Instance;

    protected override RequestFormat<EmbeddingCall>[] Formats(JsonSerializerOptions json, ILogger logger) =>
        [new EmbeddingFormat(models, logger)];

    protected override AnswerFormat<EmbeddingList> Format(JsonSerializerOptions json) => new(
        new(StatusCodes.Status200OK, typeof(EmbeddingList), ["application/json"]),
        static (context, list, _) => context.WriteJson(list, ChatJson.Plain.EmbeddingList, "application/json"));

    private static async ValueTask<EmbeddingList> Generate(
        IEmbeddingGenerator<string, Embedding<float>>? generator,
        EmbeddingCall call,
        CancellationToken cancellationToken)
    {
        if (generator is null)
            throw new InvalidOperationException(
                $"{typeof(TService).Name} has no embedding generator: what MapEasEmbeddings was given returned null.");

        var embeddings = await generator.GenerateAsync(call.Inputs, call.Options, cancellationToken).ConfigureAwait(false);
        if (embeddings.Count != call.Inputs.Count)
            throw new InvalidOperationException(
                $"The embedding generator of {typeof(TService).Name} was given {call.Inputs.Count} texts and returned "
                + $"{embeddings.Count} embeddings; it has to return one for each, in their order.");
        return new()
        {
            Data =
            [
                .. embeddings.Select((embedding, index) => new EmbeddingItem
                {
                    Index = index,
                    Embedding = new(embedding.Vector, call.IsBase64),
                }),
            ],
            Model = call.Model,
            Usage = Usage.OfEmbeddings(embeddings.Usage),
        };
    }
}
