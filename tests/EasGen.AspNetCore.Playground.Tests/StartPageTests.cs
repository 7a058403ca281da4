using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace EasGen.AspNetCore.Playground.Tests;

/// <summary>What an app has at the address of the page itself.</summary>
public sealed class StartPageTests : IDisposable
{
    private readonly DirectoryInfo files = Directory.CreateTempSubdirectory("start-page");

    public void Dispose() => files.Delete(recursive: true);

    [Fact]
    public async Task An_endpoint_takes_the_place_of_the_page()
    {
        await using var app = await Playgrounds.Flowers(use: static app => app.MapGet("/", static () => "ours"));

        Assert.Equal("ours", await Get(app, "/"));
    }

    [Fact]
    public async Task So_does_a_fallback()
    {
        await using var app = await Playgrounds.Flowers(use: static app => app.MapFallback(static () => "ours"));

        Assert.Equal("ours", await Get(app, "/"));
        await HasPrediction(app);
    }

    [Fact]
    public async Task So_does_a_controller_that_a_conventional_route_finds()
    {
        await using var app = await Playgrounds.Flowers(
            use: static app => app.MapControllerRoute("default", "{controller=StartPage}/{action=Index}/{id?}"),
            build: static builder => builder.Services.AddControllers().AddApplicationPart(typeof(StartPageController).Assembly));

        Assert.Equal("ours", await Get(app, "/"));
        await HasPrediction(app);
    }

    [Fact]
    public async Task So_does_a_static_file()
    {
        await using var app = await WithFiles("index.html");

        Assert.Equal("ours", await Get(app, "/"));
        await HasPrediction(app);
    }

    [Fact]
    public async Task A_static_file_elsewhere_does_not()
    {
        await using var app = await WithFiles("other.html");

        Assert.Contains("<title>flowers</title>", await Get(app, "/"), StringComparison.Ordinal);
        Assert.Equal("ours", await Get(app, "/other.html"));
    }

    [Fact]
    public async Task A_static_file_at_the_root_leaves_a_group_its_page()
    {
        await using var app = await WithFiles(
            "index.html",
            static app => app.MapGroup("/v2").MapEasService<Scripted>(),
            static service => service.Predict<string, string>("/", static (_, text, _) => text));

        Assert.Equal("ours", await Get(app, "/"));
        Assert.Contains("<title>flowers</title>", await Get(app, "/v2/"), StringComparison.Ordinal);
    }

    private Task<App> WithFiles(
        string name,
        Action<WebApplication>? use = null,
        Action<EasServiceBuilder<Scripted>>? configure = null)
    {
        File.WriteAllText(Path.Combine(files.FullName, name), "ours");
        return Playgrounds.Flowers(
            configure,
            app =>
            {
                app.UseDefaultFiles();
                app.UseStaticFiles();
                use?.Invoke(app);
            },
            build: builder => builder.Environment.WebRootFileProvider = new PhysicalFileProvider(files.FullName));
    }

    private static async Task HasPrediction(App app)
    {
        using var answer = await app.Client.PostText("/", """{"petalLength":1.5}""");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static Task<string> Get(App app, string path) => app.Client.GetStringAsync(new Uri(path, UriKind.Relative));
}

public sealed class StartPageController : ControllerBase
{
    public ContentResult Index() => Content("ours");
}
