using Microsoft.Extensions.AI;

namespace EasGen.AspNetCore.Chat.Embeddings;

/// <summary>What a request asks of the generator, and how it wants the answer.</summary>
/// <param name="Inputs">The texts.</param>
/// <param name="Options">What the generator gets with them.</param>
/// <param name="Model">The name of the model in the answer.</param>
/// <param name="IsBase64">Whether vectors are written as Base64.</param>
internal sealed record EmbeddingCall(IReadOnlyList<string> Inputs, EmbeddingGenerationOptions Options, string Model, bool IsBase64);
