using EasGen.AspNetCore.Chat.Contracts;
using EasGen.AspNetCore.Chat.Errors;
using Microsoft.Extensions.AI;

namespace EasGen.AspNetCore.Chat.Completions;

/// <summary>Makes messages of the abstraction of those of a request.</summary>
internal static class MessageReader
{
    public static List<ChatMessage> Read(IReadOnlyList<RequestMessage?> messages)
    {
        if (messages.Count == 0)
            throw InvalidRequest.At("messages", "is empty; send one message or more.");

        var read = new List<ChatMessage>(messages.Count);
        for (var i = 0; i < messages.Count; i++)
            read.Add(Read(messages[i], $"messages[{i}]"));
        return read;
    }

    private static ChatMessage Read(RequestMessage? message, string place)
    {
        if (message is null)
            throw InvalidRequest.At(place, "is null, but must be a message.");

        var (role, contents) = message.Role switch
        {
            // A model that knows no developer has a system.
            "system" or "developer" => (ChatRole.System, Contents(message, place)),
            "user" => (ChatRole.User, Contents(message, place)),
            "assistant" => (ChatRole.Assistant, Assistant(message, place)),
            "tool" => (ChatRole.Tool, [Result(message, place)]),
            null => throw InvalidRequest.At($"{place}.role", "is missing; it is system, developer, user, assistant or tool."),
            _ => throw InvalidRequest.At(
                $"{place}.role", $"is '{message.Role}', but must be system, developer, user, assistant or tool."),
        };
        return new(role, contents) { AuthorName = message.Name };
    }

    private static List<AIContent> Contents(RequestMessage message, string place) =>
        message.Content is { } content
            ? ContentReader.Read(content, $"{place}.content")
            : throw InvalidRequest.At($"{place}.content", "is missing; it is a text or a list of parts.");

    private static List<AIContent> Assistant(RequestMessage message, string place)
    {
        var contents = new List<AIContent>();
        if (message.Reasoning is { } reasoning)
            contents.Add(new TextReasoningContent(reasoning));
        if (message.Content is { } content)
            contents.AddRange(ContentReader.Read(content, $"{place}.content"));
        if (message.Refusal is { } refusal)
            contents.Add(Refusals.Content(refusal));
        for (var i = 0; i < (message.ToolCalls?.Count ?? 0); i++)
            contents.Add(Call(message.ToolCalls![i], $"{place}.tool_calls[{i}]"));
        return contents.Count > 0
            ? contents
            : throw InvalidRequest.At($"{place}.content", "is missing, and so are tool_calls; a message of the assistant has one of them.");
    }

    private static FunctionCallContent Call(ToolCall? call, string place)
    {
        if (call is not { Type: null or "function" })
            throw InvalidRequest.Unsupported($"{place}.type", $"is '{call?.Type}', but must be function.");
        if (string.IsNullOrWhiteSpace(call.Id))
            throw InvalidRequest.At($"{place}.id", "is missing; it is the one that the answer with the call had.");
        if (call.Function is not { Name: var name } function || string.IsNullOrWhiteSpace(name))
            throw InvalidRequest.At($"{place}.function.name", "is missing.");
        return ToolArguments.Read(call.Id, name, function.Arguments);
    }

    private static FunctionResultContent Result(RequestMessage message, string place)
    {
        if (string.IsNullOrWhiteSpace(message.ToolCallId))
            throw InvalidRequest.At($"{place}.tool_call_id", "is missing; it is the id of the call that the message answers.");

        var contents = Contents(message, place);
        // Most models take a result as text alone.
        object result = contents.TrueForAll(static content => content is TextContent) ? string.Concat(contents) : contents;
        return new(message.ToolCallId, result);
    }
}
