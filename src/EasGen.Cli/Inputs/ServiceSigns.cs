using System.Text.Json;
using EasGen.Core.Catalog;
using EasGen.Core.Files;

namespace EasGen.Cli.Inputs;

/// <summary>
/// Whether a JSON file that nobody named is a service: a folder holds JSON of other kinds too, some with keys of the same
/// names.
/// </summary>
internal static class ServiceSigns
{
    private static readonly HashSet<string> OfOthers = new(["apiVersion", "kind", "cells"], StringComparer.Ordinal);

    // Made for the first file that has metadata.
    private static HashSet<string> OfMetadata => field ??=
        new(FeatureCatalog.Schema.Member("metadata", JsonNode.Object())!.Keys, StringComparer.Ordinal);

    /// <summary>
    /// True for an object that says what runs, or on what. What is no JSON may be one that is broken, and is not passed
    /// over.
    /// </summary>
    public static bool AreIn(ReadOnlySpan<byte> file)
    {
        try
        {
            var reader = new Utf8JsonReader(
                file[JsonFile.Start(file)..],
                new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = DocumentReader.Text(ref reader);
                if (OfOthers.Contains(key))
                    return false;
                reader.Read();
                if (key == "$schema" && !IsOurs(ref reader))
                    return false;
                if (IsSign(key, ref reader))
                    return true;
                reader.Skip();
            }
            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }

    // The schema of services, wherever it stands.
    private static bool IsOurs(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String
        && DocumentReader.Text(ref reader).EndsWith("eas-service.schema.json", StringComparison.Ordinal);

    private static bool IsSign(string key, ref Utf8JsonReader reader) => key switch
    {
        "metadata" => HasSetting(reader),
        "cloud" => reader.TokenType == JsonTokenType.StartObject,
        "containers" => reader.TokenType == JsonTokenType.StartArray,
        "processor" or "processor_path" or "model_path" => reader.TokenType == JsonTokenType.String,
        _ => false,
    };

    // On a copy: the caller goes on where it is.
    private static bool HasSetting(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (OfMetadata.Contains(DocumentReader.Text(ref reader)))
                return true;
            reader.Skip();
        }
        return false;
    }
}
