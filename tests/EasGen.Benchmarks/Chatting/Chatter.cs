using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace EasGen.Benchmarks.Chatting;

/// <summary>The chat client that is served both ways. Its tokens cost nothing, so that the serving is what is measured.</summary>
[EasService("chatter")]
[Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/chatter:1", Port = 8000, Command = "dotnet Chatter.dll")]
[InstanceType("ecs.c7.large")]
public sealed partial class Chatter : IChatClient
{
    public const int Tokens = 64;

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var token = 0; token < Tokens; token++)
        {
            // As from a model that has threads of its own.
            await Task.Yield();
            yield return new(ChatRole.Assistant, "token ");
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
