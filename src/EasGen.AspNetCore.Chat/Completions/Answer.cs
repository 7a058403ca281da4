using System.Text;
using EasGen.AspNetCore.Chat.Contracts;
using Microsoft.Extensions.AI;

namespace EasGen.AspNetCore.Chat.Completions;

/// <summary>
/// Makes an answer in OpenAI's form of the updates of a chat client. Function calls and the reason of the end come last: what the
/// service has called by itself meanwhile is not for its caller to call, nor is a function that the caller does not have.
/// </summary>
internal sealed class Answer(ChatCall asked, ToolArguments arguments, UnsentContents unsent)
{
    private readonly List<FunctionCallContent> calls = [];
    private readonly StringBuilder text = new();
    private readonly StringBuilder reasoning = new();
    private readonly StringBuilder refusal = new();
    private string? id;
    private long? created;
    private UsageDetails? usage;
    private ChatFinishReason? finish;
    private bool hasBegun;

    public Usage? Usage => Contracts.Usage.OfChat(usage);

    private string Id => id ??= $"chatcmpl-{Guid.NewGuid():N}";

    private long Created => created ??= DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private string FinishReason =>
        finish == ChatFinishReason.Length ? "length"
        : finish == ChatFinishReason.ContentFilter ? "content_filter"
        : calls.Count > 0 ? "tool_calls"
        // Clients throw at a reason that they do not know.
        : "stop";

    public void Take(ChatResponse response)
    {
        // A response without messages has no updates to tell these.
        (id, created, finish) = (response.ResponseId, response.CreatedAt?.ToUnixTimeSeconds(), response.FinishReason);
        foreach (var update in response.ToChatResponseUpdates())
            Take(update);
    }

    public void Take(ChatResponseUpdate update)
    {
        id ??= update.ResponseId;
        created ??= update.CreatedAt?.ToUnixTimeSeconds();
        finish = update.FinishReason ?? finish;
        foreach (var content in update.Contents)
            Take(content, isToolText: update.Role == ChatRole.Tool);
    }

    /// <summary>What was said since the last time; null if that is nothing.</summary>
    public CompletionChunk? Next()
    {
        var delta = new Delta { Content = Whole(text), Reasoning = Whole(reasoning), Refusal = Whole(refusal) };
        return delta is { Content: null, Reasoning: null, Refusal: null } ? null : Chunk(delta, finishReason: null);
    }

    public CompletionChunk Last() => Chunk(
        new()
        {
            Content = Rest(text),
            Reasoning = Rest(reasoning),
            Refusal = Rest(refusal),
            ToolCalls = ToolCalls(static index => index),
        },
        FinishReason);

    /// <summary>A chunk after the last that counts the tokens; null if the client has not counted them.</summary>
    public CompletionChunk? Count() => Usage is null ? null : Chunk([]) with { Usage = Usage };

    public Completion AsWhole()
    {
        var toolCalls = ToolCalls(static _ => null);
        var refused = Rest(refusal);
        return new()
        {
            Id = Id,
            Created = Created,
            Model = asked.Model,
            Choices =
            [
                new()
                {
                    Message = new()
                    {
                        Content = Rest(text) ?? (toolCalls is null && refused is null ? "" : null),
                        Reasoning = Rest(reasoning),
                        Refusal = refused,
                        ToolCalls = toolCalls,
                    },
                    FinishReason = FinishReason,
                },
            ],
            Usage = Usage,
        };
    }

    private void Take(AIContent content, bool isToolText)
    {
        switch (content)
        {
            case TextContent said when !isToolText:
                text.Append(said.Text);
                break;
            case TextReasoningContent thought:
                reasoning.Append(thought.Text);
                break;
            case ErrorContent error:
                refusal.Append(Refusals.TextOf(error) ?? throw new InvalidOperationException(
                    $"The chat client answered with an error: {error.Message} (code '{error.ErrorCode}') {error.Details}"));
                break;
            case FunctionCallContent { InformationalOnly: false } call when asked.Offers(call.Name):
                calls.Add(call);
                break;
            case FunctionResultContent result:
                calls.RemoveAll(call => call.CallId == result.CallId);
                break;
            case UsageContent counted:
                (usage ??= new()).Add(counted.Details);
                break;
            // What the service has called by itself.
            case FunctionCallContent or TextContent:
                break;
            default:
                unsent.Log(content);
                break;
        }
    }

    private CompletionChunk Chunk(Delta delta, string? finishReason)
    {
        var chunk = Chunk([new() { Delta = hasBegun ? delta : delta with { Role = "assistant" }, FinishReason = finishReason }]);
        hasBegun = true;
        return chunk;
    }

    private CompletionChunk Chunk(ChunkChoice[] choices) => new() { Id = Id, Created = Created, Model = asked.Model, Choices = choices };

    private ToolCall[]? ToolCalls(Func<int, int?> indexOf) => calls.Count == 0 ? null :
    [
        .. calls.Select((call, index) => new ToolCall
        {
            Index = indexOf(index),
            Id = call.CallId,
            Type = "function",
            Function = new() { Name = call.Name, Arguments = arguments.Write(call) },
        }),
    ];

    // An update may end within a character that has two halves, such as an emoji; JSON has no half ones.
    private static string? Whole(StringBuilder said)
    {
        var length = said.Length > 0 && char.IsHighSurrogate(said[^1]) ? said.Length - 1 : said.Length;
        return Take(said, length);
    }

    private static string? Rest(StringBuilder said) => Take(said, said.Length);

    private static string? Take(StringBuilder said, int length)
    {
        if (length == 0)
            return null;
        var taken = said.ToString(0, length);
        said.Remove(0, length);
        return taken;
    }
}
