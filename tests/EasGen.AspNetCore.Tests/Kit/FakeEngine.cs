using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Tests.Kit;

/// <summary>The engine of EAS as far as it takes metrics.</summary>
internal sealed class FakeEngine : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeEngine(WebApplication app) => this.app = app;

    /// <summary>The bodies that were posted to it.</summary>
    public ConcurrentQueue<string> Posts { get; } = new();

    public string Address => $"{app.Urls.Single()}/api/builtin/realtime_metrics";

    public static async Task<FakeEngine> Start(Func<HttpContext, Task>? answer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var engine = new FakeEngine(builder.Build());
        engine.app.MapPost("/api/builtin/realtime_metrics", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            Assert.Equal("application/json; charset=utf-8", context.Request.ContentType);
            Assert.Equal(System.Text.Encoding.UTF8.GetByteCount(body), context.Request.ContentLength);
            engine.Posts.Enqueue(body);
            await (answer?.Invoke(context) ?? Task.CompletedTask);
        });
        await engine.app.StartAsync();
        return engine;
    }

    public async Task<string> Next()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        string? post;
        while (!Posts.TryDequeue(out post))
            await Task.Delay(5, patience.Token);
        return post;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(0);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }
}
