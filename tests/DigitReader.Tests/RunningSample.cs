using EasGen.Testing;

namespace Digits.Tests;

/// <summary>The sample in a process of its own, which the tests of a class share: no call changes it.</summary>
public sealed class RunningSample : IAsyncLifetime
{
    private ServiceProcess? process;

    public HttpClient Client => process!.Client;

    public async Task InitializeAsync() => process = await Sample.Start();

    public Task DisposeAsync()
    {
        process?.Dispose();
        return Task.CompletedTask;
    }
}
