using System.Text.Json;
using EasGen.AspNetCore.Chat.Contracts;
using EasGen.AspNetCore.Chat.Errors;
using Microsoft.Extensions.AI;

namespace EasGen.AspNetCore.Chat.Completions;

/// <summary>Makes options of the abstraction of those of a request.</summary>
internal static class OptionsReader
{
    /// <param name="request">The body.</param>
    /// <param name="model">The model that is asked for; null where there is no choice.</param>
    public static ChatOptions Read(CompletionRequest request, string? model)
    {
        Guard(request);
        var tools = ToolReader.Read(request.Tools);
        return new()
        {
            ModelId = model,
            Temperature = request.Temperature,
            TopP = request.TopP,
            TopK = request.TopK,
            MaxOutputTokens = request.MaxCompletionTokens ?? request.MaxTokens,
            FrequencyPenalty = request.FrequencyPenalty,
            PresencePenalty = request.PresencePenalty,
            Seed = request.Seed,
            StopSequences = request.Stop is { } stop ? [.. stop.Texts("stop")] : null,
            Reasoning = Effort(request.ReasoningEffort) is { } effort ? new() { Effort = effort } : null,
            ResponseFormat = Format(request.ResponseFormat),
            Tools = tools,
            ToolMode = request.ToolChoice is { } choice ? ToolReader.Mode(choice, tools) : null,
            AllowMultipleToolCalls = request.ParallelToolCalls,
            AdditionalProperties = More(request.More),
        };
    }

    /// <summary>What no property of the abstraction holds, as JSON under its own name.</summary>
    public static AdditionalPropertiesDictionary? More(Dictionary<string, JsonElement>? more) =>
        more is null ? null : new(more.ToDictionary(static property => property.Key, static property => (object?)property.Value));

    // What a model may do with other numbers is for the model to say.
    private static void Guard(CompletionRequest request)
    {
        if (request.Count is not (null or 1))
            throw InvalidRequest.Unsupported("n", $"is {request.Count}, but must be 1: the service gives one answer to a request.");
        if (request.Logprobs is true)
            throw InvalidRequest.Unsupported("logprobs", "is true, but must be false: the service does not tell probabilities.");
        if (request.MaxTokens < 1)
            throw InvalidRequest.At("max_tokens", $"is {request.MaxTokens}, but must be 1 or more.");
        if (request.MaxCompletionTokens < 1)
            throw InvalidRequest.At("max_completion_tokens", $"is {request.MaxCompletionTokens}, but must be 1 or more.");
        if (request.Temperature < 0)
            throw InvalidRequest.At("temperature", FormattableString.Invariant($"is {request.Temperature}, but must be 0 or more."));
        if (request.TopP is < 0 or > 1)
            throw InvalidRequest.At("top_p", FormattableString.Invariant($"is {request.TopP}, but must be from 0 to 1."));
    }

    private static ReasoningEffort? Effort(string? effort) => effort switch
    {
        null => null,
        "none" => ReasoningEffort.None,
        "minimal" or "low" => ReasoningEffort.Low,
        "medium" => ReasoningEffort.Medium,
        "high" => ReasoningEffort.High,
        "xhigh" => ReasoningEffort.ExtraHigh,
        _ => throw InvalidRequest.At("reasoning_effort", $"is '{effort}', but must be none, minimal, low, medium, high or xhigh."),
    };

    private static ChatResponseFormat? Format(RequestedFormat? format) => format?.Type switch
    {
        null when format is null => null,
        "text" => ChatResponseFormat.Text,
        "json_object" => ChatResponseFormat.Json,
        "json_schema" => Schema(format.JsonSchema),
        _ => throw InvalidRequest.At("response_format.type", $"is '{format?.Type}', but must be text, json_object or json_schema."),
    };

    private static ChatResponseFormatJson Schema(RequestedSchema? schema) =>
        schema?.Schema is { ValueKind: JsonValueKind.Object } json
            ? ChatResponseFormat.ForJsonSchema(json, schema.Name, schema.Description)
            : throw InvalidRequest.At("response_format.json_schema.schema", "is missing; it is a JSON Schema, an object.");
}
