using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EasGen.AspNetCore.Chat.Errors;

namespace EasGen.AspNetCore.Chat.Contracts;

internal static class JsonElementExtensions
{
    /// <summary>Reads a value that has several forms, once it is known which one it is.</summary>
    /// <param name="element">The value.</param>
    /// <param name="type">Its contract.</param>
    /// <param name="place">Where in the body it is, for messages.</param>
    public static T Read<T>(this JsonElement element, JsonTypeInfo<T> type, string place)
        where T : class
    {
        try
        {
            return element.Deserialize(type) ?? throw InvalidRequest.At(place, "is null.");
        }
        catch (JsonException exception)
        {
            throw InvalidRequest.At($"{place}{exception.Path?.TrimStart('$')}", "has the wrong type.");
        }
    }

    /// <summary>The text of a value that is one.</summary>
    public static string Text(this JsonElement element, string place)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw InvalidRequest.At(place, @"has half of a character, such as \ud83d without its other half.");
        }
    }

    /// <summary>The texts of a value that is a text or a list of texts.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement element, string place)
    {
        if (element.ValueKind == JsonValueKind.String)
            return [element.Text(place)];
        if (element.ValueKind != JsonValueKind.Array)
            throw InvalidRequest.At(place, "must be a text or a list of texts.");

        var texts = new List<string>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
        {
            var at = $"{place}[{texts.Count}]";
            texts.Add(item.ValueKind == JsonValueKind.String ? item.Text(at) : throw InvalidRequest.At(at, "must be a text."));
        }
        return texts;
    }
}
