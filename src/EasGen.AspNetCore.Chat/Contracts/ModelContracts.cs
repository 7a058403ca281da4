using System.Text.Json.Serialization;

namespace EasGen.AspNetCore.Chat.Contracts;

/// <summary>The answer of <c>GET /v1/models</c>.</summary>
internal sealed record ModelList
{
    [JsonPropertyName("object")]
    public string Object { get; init; } = "list";

    [JsonPropertyName("data")]
    public required IReadOnlyList<Model> Data { get; init; }
}

internal sealed record Model
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("object")]
    public string Object { get; init; } = "model";

    /// <summary>When the service started, in seconds since 1970.</summary>
    [JsonPropertyName("created")]
    public required long Created { get; init; }

    [JsonPropertyName("owned_by")]
    public required string OwnedBy { get; init; }
}
