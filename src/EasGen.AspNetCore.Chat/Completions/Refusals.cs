using Microsoft.Extensions.AI;

namespace EasGen.AspNetCore.Chat.Completions;

/// <summary>A model's refusal, for which the abstraction has an error with a code.</summary>
internal static class Refusals
{
    private const string Code = "Refusal";

    public static ErrorContent Content(string refusal) => new(refusal) { ErrorCode = Code };

    /// <summary>The text; null for an error of another kind.</summary>
    public static string? TextOf(ErrorContent error) => error.ErrorCode == Code ? error.Message : null;
}
