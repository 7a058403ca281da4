using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Sonnets;

/// <summary>The same poet as a chat client, so that whatever speaks OpenAI's API speaks with it. It continues the last message.</summary>
public sealed partial class Sonneteer : IChatClient
{
    async Task<ChatResponse> IChatClient.GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options,
        CancellationToken cancellationToken) =>
        await ((IChatClient)this).GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    async IAsyncEnumerable<ChatResponseUpdate> IChatClient.GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = RequestOf(messages, options);
        await foreach (var token in StreamAsync(request, cancellationToken))
            yield return new(ChatRole.Assistant, token.Text);

        // The model has no end, and looks for no stop sequence: it writes as many signs as it is told to.
        UsageDetails usage = new() { InputTokenCount = request.Prompt.Length, OutputTokenCount = request.MaxTokens };
        yield return new(ChatRole.Assistant, [new UsageContent(usage)]) { FinishReason = ChatFinishReason.Length };
    }

    object? IChatClient.GetService(Type serviceType, object? serviceKey) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    void IDisposable.Dispose()
    {
    }

    private static SonnetRequest RequestOf(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var request = new SonnetRequest(messages.Last().Text);
        return request with
        {
            MaxTokens = options?.MaxOutputTokens ?? request.MaxTokens,
            Temperature = options?.Temperature ?? request.Temperature,
            Seed = (int?)options?.Seed,
        };
    }
}
