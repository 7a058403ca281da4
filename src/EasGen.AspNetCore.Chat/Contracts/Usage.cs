using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace EasGen.AspNetCore.Chat.Contracts;

/// <summary>How many tokens a request took.</summary>
internal sealed record Usage
{
    [JsonPropertyName("prompt_tokens")]
    public required long PromptTokens { get; init; }

    [JsonPropertyName("completion_tokens"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? CompletionTokens { get; init; }

    [JsonPropertyName("total_tokens")]
    public required long TotalTokens { get; init; }

    [JsonPropertyName("prompt_tokens_details"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PromptTokens? PromptDetails { get; init; }

    [JsonPropertyName("completion_tokens_details"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompletionTokens? CompletionDetails { get; init; }

    /// <summary>Of a completion; null if the model did not count.</summary>
    public static Usage? OfChat(UsageDetails? counted) => counted is null ? null : new()
    {
        PromptTokens = counted.InputTokenCount ?? 0,
        CompletionTokens = counted.OutputTokenCount ?? 0,
        TotalTokens = TotalOf(counted),
        PromptDetails = counted.CachedInputTokenCount is { } cached ? new() { CachedTokens = cached } : null,
        CompletionDetails = counted.ReasoningTokenCount is { } reasoning ? new() { ReasoningTokens = reasoning } : null,
    };

    /// <summary>Of embeddings; null if the model did not count.</summary>
    public static Usage? OfEmbeddings(UsageDetails? counted) =>
        counted is null ? null : new() { PromptTokens = counted.InputTokenCount ?? 0, TotalTokens = TotalOf(counted) };

    private static long TotalOf(UsageDetails counted) =>
        counted.TotalTokenCount ?? (counted.InputTokenCount ?? 0) + (counted.OutputTokenCount ?? 0);
}

internal sealed record PromptTokens
{
    [JsonPropertyName("cached_tokens")]
    public required long CachedTokens { get; init; }
}

internal sealed record CompletionTokens
{
    [JsonPropertyName("reasoning_tokens")]
    public required long ReasoningTokens { get; init; }
}
