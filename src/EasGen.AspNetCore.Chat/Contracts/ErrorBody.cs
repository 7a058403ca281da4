using System.Text.Json.Serialization;

namespace EasGen.AspNetCore.Chat.Contracts;

/// <summary>What clients of OpenAI's API read about a failure.</summary>
internal sealed record ErrorBody
{
    [JsonPropertyName("error")]
    public required Error Error { get; init; }
}

internal sealed record Error
{
    [JsonPropertyName("message")]
    public required string Message { get; init; }

    [JsonPropertyName("type")]
    public required string Type { get; init; }

    /// <summary>Where in the request it is wrong, as in <c>messages[0].role</c>.</summary>
    [JsonPropertyName("param")]
    public string? Param { get; init; }

    [JsonPropertyName("code")]
    public string? Code { get; init; }
}
