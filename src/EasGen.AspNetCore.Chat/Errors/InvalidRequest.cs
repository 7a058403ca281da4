using EasGen.AspNetCore.Http;
using EasGen.AspNetCore.Requests;
using Microsoft.AspNetCore.Http;

namespace EasGen.AspNetCore.Chat.Errors;

/// <summary>What can be wrong with a request whose JSON is right.</summary>
internal static class InvalidRequest
{
    /// <param name="place">Where in the body, as in <c>messages[0].role</c>.</param>
    /// <param name="says">What is wrong there and what would be right, as the end of a sentence that begins with the place.</param>
    public static UnacceptableBodyException At(string place, string says) => Refused(place, says, "invalid_value");

    /// <summary>Right by OpenAI's API, but nothing that the abstraction knows.</summary>
    /// <inheritdoc cref="At"/>
    public static UnacceptableBodyException Unsupported(string place, string says) => Refused(place, says, "unsupported_value");

    public static UnacceptableBodyException UnknownModel(string model, IReadOnlyList<string> served) => new(new Problem(
        StatusCodes.Status404NotFound,
        $"The model '{model}' does not exist; there is {string.Join(", ", served.Select(static name => $"'{name}'"))}.")
    {
        JsonPath = "$.model",
        Code = "model_not_found",
    });

    private static UnacceptableBodyException Refused(string place, string says, string code) => new(new Problem(
        StatusCodes.Status400BadRequest,
        $"{place} {says}")
    {
        JsonPath = $"$.{place}",
        Code = code,
    });
}
