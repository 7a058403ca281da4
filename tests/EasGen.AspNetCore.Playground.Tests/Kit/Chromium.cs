using Microsoft.Playwright;

namespace EasGen.AspNetCore.Playground.Tests.Kit;

/// <summary>One browser for all tests; each visit has a profile of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var path = Find() ?? throw new FileNotFoundException(
            "These tests look at pages in a browser, and there is none on the PATH. Install chromium: apt-get install chromium");
        playwright = await Playwright.CreateAsync();
        // Root may not have the sandbox of chromium.
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            ChromiumSandbox = Environment.UserName != "root",
        });
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
            await Browser.CloseAsync();
        playwright?.Dispose();
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(static folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}

[CollectionDefinition(Name)]
public sealed class InBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
