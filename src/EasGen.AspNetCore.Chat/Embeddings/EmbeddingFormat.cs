using System.Text.Json;
using EasGen.AspNetCore.Chat.Completions;
using EasGen.AspNetCore.Chat.Contracts;
using EasGen.AspNetCore.Chat.Errors;
using EasGen.AspNetCore.Chat.Models;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Chat.Embeddings;

/// <summary>The body of <c>POST /v1/embeddings</c>.</summary>
internal sealed class EmbeddingFormat(ModelNames models, ILogger logger) : BodyFormat<EmbeddingRequest, EmbeddingCall>(
    ChatJson.Plain.EmbeddingRequest,
    """{"input":"Hello"}""",
    logger)
{
    protected override EmbeddingCall Read(EmbeddingRequest request)
    {
        var model = models.Find(request.Model);
        if (request.Dimensions < 1)
            throw InvalidRequest.At("dimensions", $"is {request.Dimensions}, but must be 1 or more.");
        return new(
            Inputs(request.Input),
            new()
            {
                ModelId = models.IsChoice ? model : null,
                Dimensions = request.Dimensions,
                AdditionalProperties = OptionsReader.More(request.More),
            },
            model,
            request.EncodingFormat switch
            {
                null or "float" => false,
                "base64" => true,
                _ => throw InvalidRequest.At("encoding_format", $"is '{request.EncodingFormat}', but must be float or base64."),
            });
    }

    private static IReadOnlyList<string> Inputs(JsonElement input)
    {
        if (AreTokens(input))
            throw InvalidRequest.Unsupported(
                "input", "has tokens, but must be a text or a list of texts, of which the service makes tokens itself.");

        var texts = input.Texts("input");
        if (texts.Count == 0)
            throw InvalidRequest.At("input", "is empty; send one text or more.");
        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i].Length == 0)
                throw InvalidRequest.At(input.ValueKind == JsonValueKind.String ? "input" : $"input[{i}]", "is an empty text.");
        }
        return texts;
    }

    // A list of numbers, or a list of such lists.
    private static bool AreTokens(JsonElement input) =>
        input.ValueKind == JsonValueKind.Array && input.EnumerateArray().FirstOrDefault() is var first
        && (first.ValueKind == JsonValueKind.Number || (first.ValueKind == JsonValueKind.Array && AreTokens(first)));
}
