using System.Text.Json;
using EasGen.AspNetCore.Chat.Contracts;
using EasGen.AspNetCore.Chat.Errors;
using Microsoft.Extensions.AI;

namespace EasGen.AspNetCore.Chat.Completions;

/// <summary>Makes contents of the abstraction of a text or of the parts of a message.</summary>
internal static class ContentReader
{
    public static List<AIContent> Read(JsonElement content, string place)
    {
        if (content.ValueKind == JsonValueKind.String)
            return [new TextContent(content.Text(place))];
        if (content.ValueKind != JsonValueKind.Array)
            throw InvalidRequest.At(place, "must be a text or a list of parts.");

        var contents = new List<AIContent>(content.GetArrayLength());
        foreach (var part in content.EnumerateArray())
            contents.Add(Part(part, $"{place}[{contents.Count}]"));
        return contents.Count > 0 ? contents : throw InvalidRequest.At(place, "is empty; send one part or more.");
    }

    private static AIContent Part(JsonElement element, string place)
    {
        var part = element.Read(ChatJson.Plain.ContentPart, place);
        return part.Type switch
        {
            "text" => new TextContent(part.Text ?? throw InvalidRequest.At($"{place}.text", "is missing.")),
            "refusal" => Refusals.Content(part.Refusal ?? throw InvalidRequest.At($"{place}.refusal", "is missing.")),
            "image_url" => Image(part.Image, $"{place}.image_url"),
            "input_audio" => Audio(part.Audio, $"{place}.input_audio"),
            "file" => File(part.File, $"{place}.file"),
            null => throw InvalidRequest.At($"{place}.type", "is missing; it is text, image_url, input_audio or file."),
            _ => throw InvalidRequest.Unsupported($"{place}.type", $"is '{part.Type}', but must be text, image_url, input_audio or file."),
        };
    }

    private static AIContent Image(ImagePart? image, string place)
    {
        var url = image?.Url ?? throw InvalidRequest.At($"{place}.url", "is missing; it is an http, https or data URL.");
        var content = Located(url, "image/*", $"{place}.url");
        if (image.Detail is { } detail)
            content.AdditionalProperties = new() { ["detail"] = detail };
        return content;
    }

    private static DataContent Audio(AudioPart? audio, string place)
    {
        var data = audio?.Data ?? throw InvalidRequest.At($"{place}.data", "is missing; it is the sound in Base64.");
        var type = audio.Format switch
        {
            "wav" => "audio/wav",
            "mp3" => "audio/mpeg",
            _ => throw InvalidRequest.Unsupported($"{place}.format", $"is '{audio.Format}', but must be wav or mp3."),
        };
        try
        {
            return new(Convert.FromBase64String(data), type);
        }
        catch (FormatException)
        {
            throw InvalidRequest.At($"{place}.data", "is not Base64.");
        }
    }

    private static AIContent File(FilePart? file, string place)
    {
        if (!string.IsNullOrWhiteSpace(file?.Id))
            return new HostedFileContent(file.Id);
        var data = file?.Data ?? throw InvalidRequest.At($"{place}.file_data", "is missing, and so is file_id; send one of them.");
        if (Located(data, "application/octet-stream", $"{place}.file_data") is not DataContent content)
            throw InvalidRequest.At($"{place}.file_data", "must be a data URL with Base64.");
        content.Name = file.Name;
        return content;
    }

    // Other schemes would have the service read its own files for a client.
    private static AIContent Located(string url, string mediaType, string place)
    {
        try
        {
            if (url.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
                return new DataContent(url);
            if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
                return new UriContent(uri, mediaType);
        }
        catch (Exception exception) when (exception is UriFormatException or ArgumentException or FormatException)
        {
            throw InvalidRequest.At(place, "is not a right data URL; it is data:, a media type, ;base64, and the data in Base64.");
        }
        throw InvalidRequest.At(place, "must be an http, https or data URL.");
    }
}
