using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EasGen.AspNetCore.Playground.Tests;

/// <summary>The API reference, under its policy. What holds for each visit holds for Scalar too.</summary>
[Collection(InBrowser.Name)]
[Trait("Needs", "Browser")]
public class ReferenceInBrowserTests(Chromium chromium)
{
    [Theory]
    [InlineData("", null)]
    [InlineData("", "MDEy+abc=")]
    [InlineData(Playgrounds.Prefix, "MDEy+abc=")]
    public async Task It_shows_the_methods_and_sends_a_request(string prefix, string? token)
    {
        var tokens = new List<string?>();
        await using var app = await Playgrounds.Flowers(use: app =>
        {
            app.Use((context, next) =>
            {
                if (context.Request.Method == "POST")
                    tokens.Add(context.Request.Headers.Authorization);
                return next(context);
            });
            if (prefix.Length > 0)
                Playgrounds.BehindGateway(app);
        });
        await using var visit = await Visit.To(chromium, app, $"{prefix}/");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "API reference" }).ClickAsync();

        await Expect(visit.Page.GetByText("Names a flower.").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        if (token is not null)
            await visit.Page.Locator(".scalar-password-input").First.FillAsync(token);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Test Request" }).First.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).First.ClickAsync();
        await Expect(visit.Page.GetByText("setosa").First).ToBeVisibleAsync(new() { Timeout = 30_000 });

        Assert.Equal(token ?? "", Assert.Single(tokens) ?? "");
        Assert.All(visit.Requests, request => Assert.StartsWith(prefix, request, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<img src=x onerror=hacked=true>")]
    [InlineData("</script><script>hacked=true</script>")]
    public async Task Hostile_texts_do_not_run(string text)
    {
        await using var app = await Playgrounds.Flowers(
            service => service.Predict<Flower, string>("/", static (_, _, _) => "", new() { Summary = text, Description = text }),
            description: new() { Name = text });
        await using var visit = await Visit.To(chromium, app, "/playground/reference/");

        await Expect(visit.Page.GetByText("POST").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await visit.Page.WaitForTimeoutAsync(1000);

        Assert.False(await visit.Page.EvaluateAsync<bool>("() => window.hacked === true"));
    }
}
