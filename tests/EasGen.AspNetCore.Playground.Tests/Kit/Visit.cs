using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace EasGen.AspNetCore.Playground.Tests.Kit;

/// <summary>
/// A visit to a page, which ends with what holds for each of them: no request has left the origin, no policy was violated, no script has
/// failed, and none that was not ours has run.
/// </summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly Uri origin;
    private readonly ConcurrentQueue<string> faults = new();

    private Visit(IBrowserContext context, IPage page, Uri origin) => (this.context, Page, this.origin) = (context, page, origin);

    public IPage Page { get; }

    /// <summary>The paths of all requests, in their order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public static Task<Visit> To(Chromium chromium, App app, string path = "/", BrowserNewContextOptions? options = null) =>
        To(chromium, app.Client.BaseAddress!, path, options);

    public static async Task<Visit> To(Chromium chromium, Uri origin, string path, BrowserNewContextOptions? options = null)
    {
        var context = await chromium.Browser.NewContextAsync(options ?? new());
        await context.AddInitScriptAsync(
            "addEventListener('securitypolicyviolation', "
            + "event => console.error('Violated: ' + event.violatedDirective + ' by ' + event.blockedURI))");
        var visit = new Visit(context, await context.NewPageAsync(), origin);
        visit.Watch();
        await visit.Page.GotoAsync(new Uri(origin, path).ToString());
        return visit;
    }

    private void Watch()
    {
        context.Request += (_, request) =>
        {
            var url = new Uri(request.Url);
            Requests.Enqueue(url.AbsolutePath);
            if (url.Scheme is not ("data" or "blob") && url.GetLeftPart(UriPartial.Authority) != origin.GetLeftPart(UriPartial.Authority))
                faults.Enqueue($"Asked {url}");
        };
        Page.Console += (_, message) =>
        {
            // The browser says itself that a request got 400; what the page makes of that is for the tests.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                faults.Enqueue(message.Text);
        };
        Page.PageError += (_, error) => faults.Enqueue(error);
        Page.Dialog += (_, dialog) =>
        {
            faults.Enqueue($"Ran: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
    }

    public ILocator One(string id) => Page.Locator($"#{id}");

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Waits until an element has this text in it.</summary>
    public Task Sees(string id, string text) => Assertions.Expect(One(id)).ToContainTextAsync(text, new() { Timeout = 20_000 });

    /// <summary>What nothing but the page itself can have done.</summary>
    public async Task<bool> HasRunForeignScript() =>
        await Page.EvaluateAsync<bool>("() => window.hacked === true || document.querySelector('img[src=\"x\"]') !== null");

    /// <summary>A text that was read as HTML would have left its elements behind, even where the policy keeps them from running.</summary>
    public async Task ShowsNothingButText()
    {
        await Assertions.Expect(Page.Locator("img, svg, header script, main script")).ToHaveCountAsync(0);
        Assert.False(await HasRunForeignScript());
    }

    /// <summary>What axe finds fault with.</summary>
    public async Task ShutsNoReaderOut()
    {
        var found = await Deque.AxeCore.Playwright.PageExtensions.RunAxe(Page);
        Assert.Empty(found.Violations.Select(static violation =>
            $"{violation.Id}: {violation.Help} ({string.Join(", ", violation.Nodes.Select(static node => node.Html))})"));
    }

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        Assert.Empty(faults);
    }
}
