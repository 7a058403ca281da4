using System.Runtime.CompilerServices;
using EasGen;
using Microsoft.Extensions.AI;

namespace Acme;

/// <summary>A service that only chats, of whose JSON the tests take the numbers. Its answers are the same to the letter.</summary>
[EasService("rolling_poet", Instances = 2)]
[Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/poet:1", Port = 8000, Command = "dotnet Poet.dll")]
[InstanceType("ecs.c7.large")]
[GracefulShutdown(30, SendSigterm = true)]
[StartupProbe(PeriodSeconds = 1, FailureThreshold = 60)]
[ReadinessProbe(PeriodSeconds = 2, FailureThreshold = 3)]
public sealed partial class RollingPoet : IChatClient
{
    private static readonly DateTimeOffset Written = DateTimeOffset.FromUnixTimeSeconds(1_600_000_000);

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
        foreach (var word in (string[])["Shall ", "I ", "compare ", "thee"])
        {
            await Task.Delay(20, cancellationToken);
            yield return new(ChatRole.Assistant, word) { ResponseId = "poem", CreatedAt = Written };
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
