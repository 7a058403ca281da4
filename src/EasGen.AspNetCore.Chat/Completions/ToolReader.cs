using System.Text.Json;
using System.Text.Json.Nodes;
using EasGen.AspNetCore.Chat.Contracts;
using EasGen.AspNetCore.Chat.Errors;
using Microsoft.Extensions.AI;

namespace EasGen.AspNetCore.Chat.Completions;

/// <summary>Makes declarations of the functions that a client offers. It is the client that runs them.</summary>
internal static class ToolReader
{
    private static readonly JsonElement NoParameters = JsonSerializer.SerializeToElement(
        new() { ["type"] = "object", ["properties"] = new JsonObject() }, ChatJson.Plain.JsonObject);

    public static List<AITool>? Read(IReadOnlyList<RequestTool?>? tools)
    {
        if (tools is null or [])
            return null;

        var read = new List<AITool>(tools.Count);
        for (var i = 0; i < tools.Count; i++)
            read.Add(Declare(tools[i], $"tools[{i}]"));
        return read;
    }

    /// <param name="choice">A word, or an object that names one of the tools.</param>
    /// <param name="tools">What can be chosen from.</param>
    public static ChatToolMode Mode(JsonElement choice, List<AITool>? tools)
    {
        var word = choice.ValueKind == JsonValueKind.String ? choice.Text("tool_choice") : null;
        return word switch
        {
            "none" => ChatToolMode.None,
            "auto" => ChatToolMode.Auto,
            "required" when tools is null => throw InvalidRequest.At("tool_choice", "is 'required', but there are no tools."),
            "required" => ChatToolMode.RequireAny,
            null when choice.ValueKind == JsonValueKind.Object => One(choice, tools),
            _ => throw InvalidRequest.At("tool_choice", "must be none, auto, required, or an object that names a function."),
        };
    }

    private static OfferedFunction Declare(RequestTool? tool, string place)
    {
        if (tool?.Type != "function")
            throw InvalidRequest.Unsupported($"{place}.type", $"is '{tool?.Type}', but must be function.");
        if (tool.Function is not { Name: var name } function || string.IsNullOrWhiteSpace(name))
            throw InvalidRequest.At($"{place}.function.name", "is missing.");
        if (function.Parameters is { ValueKind: not JsonValueKind.Object })
            throw InvalidRequest.At($"{place}.function.parameters", "must be a JSON Schema, an object.");
        return new OfferedFunction(name, function.Description, function.Parameters ?? NoParameters, function.Strict);
    }

    private static RequiredChatToolMode One(JsonElement choice, List<AITool>? tools)
    {
        var chosen = choice.Read(ChatJson.Plain.RequestTool, "tool_choice");
        if (chosen.Type != "function")
            throw InvalidRequest.Unsupported("tool_choice.type", $"is '{chosen.Type}', but must be function.");
        var name = chosen.Function?.Name;
        if (string.IsNullOrWhiteSpace(name))
            throw InvalidRequest.At("tool_choice.function.name", "is missing.");
        return tools?.Exists(tool => tool.Name == name) is true
            ? ChatToolMode.RequireSpecific(name)
            : throw InvalidRequest.At("tool_choice.function.name", $"is '{name}', which is not among the tools.");
    }
}
