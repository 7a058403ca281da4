using System.Text.Json;
using System.Text.Json.Serialization;

namespace EasGen.AspNetCore.Chat.Contracts;

/// <summary>The body of <c>POST /v1/embeddings</c>.</summary>
internal sealed record EmbeddingRequest
{
    /// <summary>A text or a list of texts.</summary>
    [JsonPropertyName("input")]
    public required JsonElement Input { get; init; }

    [JsonPropertyName("model")]
    public string? Model { get; init; }

    /// <summary><c>float</c>, the default, or <c>base64</c>.</summary>
    [JsonPropertyName("encoding_format")]
    public string? EncodingFormat { get; init; }

    [JsonPropertyName("dimensions")]
    public int? Dimensions { get; init; }

    /// <summary>What the abstraction has no property for.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

internal sealed record EmbeddingList
{
    [JsonPropertyName("object")]
    public string Object { get; init; } = "list";

    [JsonPropertyName("data")]
    public required IReadOnlyList<EmbeddingItem> Data { get; init; }

    [JsonPropertyName("model")]
    public required string Model { get; init; }

    [JsonPropertyName("usage"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Usage? Usage { get; init; }
}

internal sealed record EmbeddingItem
{
    [JsonPropertyName("object")]
    public string Object { get; init; } = "embedding";

    [JsonPropertyName("index")]
    public required int Index { get; init; }

    [JsonPropertyName("embedding"), JsonConverter(typeof(EncodedVectorConverter))]
    public required EncodedVector Embedding { get; init; }
}
