using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace EasGen.AspNetCore.Requests;

/// <summary>Makes up a value that a JSON contract takes: what it requires, or all that it has when it requires nothing.</summary>
internal static class JsonExample
{
    // A type may hold itself.
    private const int MostDepth = 8;

    /// <summary>The value as JSON; null if the contract takes none that this can think of.</summary>
    public static string? Of<T>(JsonTypeInfo<T> type)
    {
        try
        {
            // As it will be sent: a node would be written as the app writes its answers.
            var json = Value(type.GetJsonSchemaAsNode(), MostDepth)?.ToJsonString();
            return json is null || JsonSerializer.Deserialize(json, type) is null ? null : json;
        }
        catch (Exception)
        {
            // Converters, constructors and setters of the app may refuse with whatever they like.
            return null;
        }
    }

    private static JsonNode? Value(JsonNode? schema, int depth)
    {
        if (schema is not JsonObject one || depth == 0)
            return null;
        if (one["const"] is { } only)
            return only.DeepClone();
        if (one["enum"] is JsonArray { Count: > 0 } choices)
            return choices[0]?.DeepClone();
        if (one["anyOf"] is JsonArray { Count: > 0 } options)
            return Value(With(one, options[0] as JsonObject ?? []), depth - 1);

        // A type that may be null says ["object", "null"], a number that may be written as text ["string", "number"].
        var types = (one["type"] as JsonArray ?? [one["type"]?.DeepClone()]).Select(static type => type?.GetValue<string>()).ToArray();
        if (types.Contains("object"))
            return Object(one, depth);
        if (types.Contains("array"))
            return new JsonArray(Value(one["items"], depth - 1));
        if (types.Contains("integer") || types.Contains("number"))
            return 1;
        if (types.Contains("boolean"))
            return true;
        return types.Contains("string") ? Text(one) : null;
    }

    private static JsonObject Object(JsonObject schema, int depth)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        // A constant, which tells one type from others, is there anyway.
        var required = (schema["required"] as JsonArray ?? [])
            .Select(static name => name!.GetValue<string>())
            .Where(name => !IsConstant(properties[name]))
            .ToHashSet();
        var value = new JsonObject();
        foreach (var (name, property) in properties)
        {
            if (required.Count > 0 && !required.Contains(name) && !IsConstant(property))
                continue;
            var made = Value(property, depth - 1);
            // What nobody requires is left out rather than null.
            if (made is not null || required.Contains(name))
                value[name] = made;
        }
        return value;
    }

    private static bool IsConstant(JsonNode? schema) => schema is JsonObject one && one.ContainsKey("const");

    // What a base type says of all types that it stands for, with what one of them adds.
    private static JsonObject With(JsonObject all, JsonObject one)
    {
        var both = (JsonObject)all.DeepClone();
        both.Remove("anyOf");
        foreach (var (key, value) in one)
            both[key] = key == "required" && all[key] is JsonArray names ? Joined(names, value as JsonArray ?? []) : value?.DeepClone();
        return both;
    }

    private static JsonArray Joined(JsonArray names, JsonArray others) =>
        [.. names.Concat(others).Select(static name => name?.DeepClone())];

    private static string Text(JsonObject schema) => schema["format"]?.GetValue<string>() switch
    {
        "date-time" => "2026-01-31T12:00:00Z",
        "date" => "2026-01-31",
        "time" => "12:00:00",
        "uuid" => "00000000-0000-0000-0000-000000000001",
        "uri" => "https://example.com/",
        _ => "text",
    };
}
