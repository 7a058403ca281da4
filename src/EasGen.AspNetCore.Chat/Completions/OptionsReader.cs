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
            AdditionalProperties = Strict(request.ResponseFormat?.JsonSchema, More(request.More)),
        };
    }

    /// <summary>What no property of the abstraction holds, as JSON under its own name.</summary>
    public static AdditionalPropertiesDictionary? More(Dictionary<string, JsonElement>? more)
    {
        if (more is null)
            return null;
        var properties = new AdditionalPropertiesDictionary();
        // The abstraction does not tell names by their case: the last one counts.
        foreach (var (name, value) in more)
            properties[name] = value;
        return properties;
    }

    // What a model may do with other numbers is for the model to say; none has 1e999, which is read as infinity.
    private static void Guard(CompletionRequest request)
    {
        Guard("temperature", request.Temperature);
        Guard("top_p", request.TopP);
        Guard("frequency_penalty", request.FrequencyPenalty);
        Guard("presence_penalty", request.PresencePenalty);
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

    private static void Guard(string place, float? number)
    {
        if (number is { } value && !float.IsFinite(value))
            throw InvalidRequest.At(place, "is a number that is too large.");
    }

    // Clients of OpenAI's API look for it here, as for the one of a tool.
    private static AdditionalPropertiesDictionary? Strict(RequestedSchema? schema, AdditionalPropertiesDictionary? more)
    {
        if (schema?.Strict is { } strict)
            (more ??= [])[OfferedFunction.Strict] = strict;
        return more;
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
