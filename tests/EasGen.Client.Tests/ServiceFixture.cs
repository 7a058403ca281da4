using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EasGen.Client.Tests;

/// <summary>The service on a port of its own, once for all tests.</summary>
public sealed class ServiceFixture : IAsyncLifetime
{
    private readonly WebApplication app;

    public ServiceFixture()
    {
        var builder = WebApplication.CreateBuilder(["--LISTENING_PORT=0"]);
        builder.Logging.ClearProviders();
        builder.AddEasService<Answering>();
        app = builder.Build();
        app.MapEasService<Answering>();
    }

    public HttpClient Http { get; } = new();

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Http.BaseAddress = new UriBuilder(address) { Host = "127.0.0.1" }.Uri;
        while (!(await Http.GetAsync(Answering.Eas.StartupPath)).IsSuccessStatusCode)
            await Task.Delay(20);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
