using System.Text.Json;
using System.Text.Json.Serialization;

namespace EasGen.AspNetCore.Chat.Contracts;

/// <summary>One message of a conversation, of any role.</summary>
internal sealed record RequestMessage
{
    [JsonPropertyName("role")]
    public string? Role { get; init; }

    /// <summary>A text or a list of parts.</summary>
    [JsonPropertyName("content")]
    public JsonElement? Content { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("refusal")]
    public string? Refusal { get; init; }

    [JsonPropertyName("reasoning_content")]
    public string? Reasoning { get; init; }

    [JsonPropertyName("tool_calls")]
    public IReadOnlyList<ToolCall>? ToolCalls { get; init; }

    [JsonPropertyName("tool_call_id")]
    public string? ToolCallId { get; init; }
}

/// <summary>A part of a message's content, of any type.</summary>
internal sealed record ContentPart
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("text")]
    public string? Text { get; init; }

    [JsonPropertyName("refusal")]
    public string? Refusal { get; init; }

    [JsonPropertyName("image_url")]
    public ImagePart? Image { get; init; }

    [JsonPropertyName("input_audio")]
    public AudioPart? Audio { get; init; }

    [JsonPropertyName("file")]
    public FilePart? File { get; init; }
}

internal sealed record ImagePart
{
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("detail")]
    public string? Detail { get; init; }
}

internal sealed record AudioPart
{
    /// <summary>Base64.</summary>
    [JsonPropertyName("data")]
    public string? Data { get; init; }

    [JsonPropertyName("format")]
    public string? Format { get; init; }
}

internal sealed record FilePart
{
    /// <summary>A data URI.</summary>
    [JsonPropertyName("file_data")]
    public string? Data { get; init; }

    [JsonPropertyName("filename")]
    public string? Name { get; init; }

    [JsonPropertyName("file_id")]
    public string? Id { get; init; }
}
