using System.Net;
using System.Text.Json;
using EasGen;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sonnets.Tests;

/// <summary>
/// With <c>Grpc = true</c> the port takes HTTP/2 without TLS, as the gateway speaks it, and the probes stay where they are.
/// </summary>
public sealed class GrpcTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient client = new();
    private readonly WebApplication app;

    public GrpcTests()
    {
        // At 5 tokens a second a long stream is still being written when its first tokens are read.
        var builder = WebApplication.CreateSlimBuilder(["--LISTENING_PORT=0", "--Sonneteer:TokensPerSecond=5"]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Sonneteer>();
        builder.AddEasService<GrpcSonneteer>();
        app = builder.Build();
        app.MapEasService<GrpcSonneteer>();
    }

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        var address = app.Urls.Single(url => url.StartsWith("http://[::]:", StringComparison.Ordinal));
        client.BaseAddress = new Uri(address.Replace("[::]", "localhost", StringComparison.Ordinal));

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await IsLoaded())
            await Task.Delay(10, patience.Token);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => client.Dispose();

    [Fact]
    public void The_artifact_says_so()
    {
        using var artifact = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "eas/sonneteer_grpc.json")));

        Assert.True(artifact.RootElement.GetProperty("metadata").GetProperty("enable_grpc").GetBoolean());
    }

    [Theory]
    [InlineData(GrpcSonneteer.Eas.StartupPath)]
    [InlineData(GrpcSonneteer.Eas.ReadinessPath)]
    [InlineData(GrpcSonneteer.Eas.LivenessPath)]
    public async Task The_probes_answer_over_both_versions_of_http(string path)
    {
        using var http1 = await client.Get(path, HttpVersion.Version11);
        using var http2 = await client.Get(path, HttpVersion.Version20);

        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version11), (http1.StatusCode, http1.Version));
        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (http2.StatusCode, http2.Version));
    }

    [Fact]
    public async Task Tokens_stream_over_http_2()
    {
        SonnetRequest request = new("", MaxTokens: 1000, Seed: 7);
        using var answer = await client.Post("/stream", request, HttpVersion.Version20);

        var first = await answer.Tokens().Take(3).ToListAsync();

        Assert.Equal(HttpVersion.Version20, answer.Version);
        Assert.Equal(Committed.Model.Continue(request).Take(3), first);
    }

    [Fact]
    public async Task A_stream_over_http_2_ends_with_its_last_token()
    {
        SonnetRequest request = new("", MaxTokens: 5, Seed: 7);
        using var answer = await client.Post("/stream", request, HttpVersion.Version20);

        Assert.Equal(Committed.Model.Continue(request), await answer.Tokens().ToListAsync());
    }

    private async Task<bool> IsLoaded()
    {
        using var answer = await client.Get(GrpcSonneteer.Eas.StartupPath);
        return answer.IsSuccessStatusCode;
    }
}
