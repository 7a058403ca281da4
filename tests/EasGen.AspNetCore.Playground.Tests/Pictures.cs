using EasGen.Testing;
using Microsoft.Playwright;

namespace EasGen.AspNetCore.Playground.Tests;

/// <summary>
/// The pictures in the documents. With <c>EASGEN_PICTURES=1</c> they are taken of the sample Sonneteer, which needs its port 8000;
/// otherwise they have to be there, and small.
/// </summary>
[Collection(InBrowser.Name)]
[Trait("Needs", "Browser")]
public class Pictures(Chromium chromium)
{
    private const int MostBytes = 150_000;

    [Theory]
    [InlineData("playground", ColorScheme.Light)]
    [InlineData("playground-dark", ColorScheme.Dark)]
    public async Task Of_a_stream(string name, ColorScheme scheme)
    {
        var file = Repository.At("docs", "images", $"{name}.png");
        if (Environment.GetEnvironmentVariable("EASGEN_PICTURES") == "1")
            await Take(file, scheme);

        Assert.InRange(new FileInfo(file).Length, 1, MostBytes);
    }

    private async Task Take(string file, ColorScheme scheme)
    {
        using var sonneteer = ServiceProcess.Run(
            AppContext.BaseDirectory.Replace("tests/EasGen.AspNetCore.Playground.Tests", "samples/Sonneteer", StringComparison.Ordinal)
            + "Sonneteer.dll",
            "",
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("LISTENING_PORT", "8000"));
        await sonneteer.WaitFor("Try it in a browser");
        await using var visit = await Visit.To(chromium, new Uri("http://localhost:8000"), "/", new()
        {
            ColorScheme = scheme,
            ViewportSize = new() { Width = 880, Height = 860 },
        });
        await visit.Sees("state", "Ready");
        await visit.One("method").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await visit.One("body").FillAsync("""{ "prompt": "Shall I compare thee", "maxTokens": 400, "seed": 7 }""");
        await visit.Button("Send").First.ClickAsync();
        await visit.Page.WaitForFunctionAsync("() => document.getElementById('answer-list').childElementCount >= 150");

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await visit.Page.ScreenshotAsync(new() { Path = file });
    }
}
