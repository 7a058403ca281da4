using Microsoft.Extensions.AI;

namespace EasGen.AspNetCore.Chat.Completions;

/// <summary>What a request asks of the chat client, and how it wants the answer.</summary>
/// <param name="Messages">The conversation.</param>
/// <param name="Options">What the client gets with it.</param>
/// <param name="Model">The name of the model in the answer.</param>
/// <param name="Streams">Whether the answer comes in chunks.</param>
/// <param name="CountsTokens">Whether a last chunk says how many tokens it took.</param>
internal sealed record ChatCall(
    IReadOnlyList<ChatMessage> Messages,
    ChatOptions Options,
    string Model,
    bool Streams,
    bool CountsTokens)
{
    /// <summary>Whether the caller has such a function.</summary>
    public bool Offers(string function) => Options.Tools?.Any(tool => tool.Name == function) is true;
}
