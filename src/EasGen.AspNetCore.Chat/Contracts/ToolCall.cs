using System.Text.Json.Serialization;

namespace EasGen.AspNetCore.Chat.Contracts;

/// <summary>A call of a function, as a model asks for it and as a client sends it back.</summary>
internal sealed record ToolCall
{
    /// <summary>In a stream, which of the calls it is.</summary>
    [JsonPropertyName("index"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Index { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("function")]
    public CalledFunction? Function { get; init; }
}

internal sealed record CalledFunction
{
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>A JSON object, as text.</summary>
    [JsonPropertyName("arguments")]
    public string? Arguments { get; init; }
}
