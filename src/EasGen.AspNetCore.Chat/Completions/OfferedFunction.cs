using System.Text.Json;
using Microsoft.Extensions.AI;

namespace EasGen.AspNetCore.Chat.Completions;

/// <summary>A function that a client offers, and that only the client can run.</summary>
internal sealed class OfferedFunction(string name, string? description, JsonElement parameters, bool? strict) : AIFunctionDeclaration
{
    /// <summary>Where the abstraction's clients of OpenAI's API look for whether a schema is strict.</summary>
    public const string Strict = "strict";

    public override string Name => name;

    public override string Description => description ?? "";

    public override JsonElement JsonSchema => parameters;

    public override IReadOnlyDictionary<string, object?> AdditionalProperties { get; } =
        strict is null ? new Dictionary<string, object?>() : new() { [Strict] = strict };
}
