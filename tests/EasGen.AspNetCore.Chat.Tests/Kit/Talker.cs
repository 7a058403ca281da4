using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace EasGen.AspNetCore.Chat.Tests.Kit;

/// <summary>A chat client that says what the test wants, and knows what it was asked.</summary>
internal sealed class Talker(Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> answer) : IChatClient
{
    public Talker(params ChatResponseUpdate[] updates)
        : this(_ => updates.ToAsyncEnumerable())
    {
    }

    /// <summary>Says these words, one after the other.</summary>
    public static Talker Saying(params string[] words) =>
        new([.. words.Select(static word => new ChatResponseUpdate(ChatRole.Assistant, word))]);

    public IReadOnlyList<ChatMessage> Messages { get; private set; } = [];

    public ChatOptions Options { get; private set; } = new();

    public ChatMessage Message => Assert.Single(Messages);

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        (Messages, Options) = ([.. messages], options!);
        await foreach (var update in answer(cancellationToken))
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
