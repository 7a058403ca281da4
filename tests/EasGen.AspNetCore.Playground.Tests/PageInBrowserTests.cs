using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EasGen.AspNetCore.Playground.Tests;

/// <summary>What a newcomer sees and does on the page.</summary>
[Collection(InBrowser.Name)]
[Trait("Needs", "Browser")]
public class PageInBrowserTests(Chromium chromium)
{
    public static TheoryData<string> HostileTexts =>
    [
        "<img src=x onerror=hacked=true>",
        "</script><script>hacked=true</script>",
        "'\"><svg onload=hacked=true>",
    ];

    [Fact]
    public async Task It_shows_that_the_service_is_up_what_it_takes_and_where()
    {
        await using var app = await Playgrounds.Flowers();
        await using var visit = await Visit.To(chromium, app);

        await visit.Sees("state", "Ready");
        await Expect(visit.Page).ToHaveTitleAsync("flowers");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("flowers");
        await visit.Sees("address", app.Client.BaseAddress!.ToString());
        await visit.Sees("method", "POST / (Classify)");
        await visit.Sees("summary", "Names a flower. Takes application/json, up to 1.0 MB; gives application/json.");
        await Expect(visit.One("body")).ToHaveValueAsync("{\n  \"petalLength\": 1\n}");
        await Expect(visit.One("probes").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
        foreach (var path in new[] { "/healthz/startup", "/healthz/ready", "/healthz/live" })
            await visit.Sees("probes", path);
        // One file, and the probes.
        Assert.Equal("/", visit.Requests.First());
        Assert.All(visit.Requests.Skip(1), static path => Assert.StartsWith("/healthz/", path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_example_is_answered()
    {
        await using var app = await Playgrounds.Flowers();
        await using var visit = await Visit.To(chromium, app);

        await visit.Button("Send").ClickAsync();

        await visit.Sees("answer-status", "200 OK");
        await visit.Sees("answer-status", "33 bytes · application/json");
        await Expect(visit.One("answer-text")).ToHaveTextAsync("""{ "name": "setosa", "petalLength": 1 }""");
    }

    [Theory]
    [InlineData("""{"petalLength":5}""", "400 Bad Request", "Only small flowers are known.")]
    [InlineData("""{"petalLength":"long"}""", "400 Bad Request", "$.petalLength")]
    [InlineData("not JSON", "400 Bad Request", "The body is not JSON")]
    [InlineData("", "400 Bad Request", "The body is")]
    public async Task What_the_service_refuses_is_shown_as_it_says_it(string body, string status, string detail)
    {
        await using var app = await Playgrounds.Flowers();
        await using var visit = await Visit.To(chromium, app);

        await visit.One("body").FillAsync(body);
        await visit.Button("Send").ClickAsync();

        await visit.Sees("answer-status", status);
        await visit.Sees("answer-text", detail);
        await Expect(visit.One("answer-status")).ToHaveAttributeAsync("data-state", "red");
        await visit.Button("Example").ClickAsync();
        await Expect(visit.One("body")).ToHaveValueAsync("{\n  \"petalLength\": 1\n}");
    }

    [Fact]
    public async Task A_file_is_sent_as_it_is_and_bytes_come_back_as_a_file()
    {
        var sent = Enumerable.Range(0, 256).Select(static value => (byte)value).ToArray();
        await using var app = await Playgrounds.Flowers(static service =>
            service.Predict<byte[], byte[]>("/", static (_, bytes, _) => [.. bytes.Reverse()]));
        await using var visit = await Visit.To(chromium, app);

        await Expect(visit.One("text-field")).ToBeHiddenAsync();
        await visit.Page.GetByLabel("File, sent as it is").SetInputFilesAsync(new FilePayload
        {
            Name = "it's seven.pgm",
            MimeType = "image/x-portable-graymap",
            Buffer = sent,
        });
        await visit.Button("Send").ClickAsync();

        await visit.Sees("answer-status", "256 bytes · application/octet-stream");
        var saved = await visit.Page.RunAndWaitForDownloadAsync(() => visit.One("save").ClickAsync());
        Assert.Equal(sent.Reverse(), await File.ReadAllBytesAsync(await saved.PathAsync()));
        await Expect(visit.One("curl")).ToContainTextAsync("""--data-binary '@it'\''s seven.pgm'""");
    }

    [Fact]
    public async Task A_method_that_takes_text_is_sent_text_or_json()
    {
        await using var app = await Playgrounds.Flowers(static service =>
            service.Predict<string, string>("/", static (_, text, _) => $"<{text}>"));
        await using var visit = await Visit.To(chromium, app);

        await visit.One("type").SelectOptionAsync("text/plain");
        await visit.One("body").FillAsync("@plain");
        await visit.Button("Send").ClickAsync();

        await visit.Sees("answer-text", "<@plain>");
        await visit.Sees("curl", "-H 'Content-Type: text/plain' \\\n  --data-raw '@plain'");
    }

    [Fact]
    public async Task The_token_is_sent_as_it_is_and_shown_nowhere()
    {
        var tokens = new List<string?>();
        await using var app = await Playgrounds.Flowers(use: app => Microsoft.AspNetCore.Builder.UseExtensions.Use(app, (context, next) =>
        {
            if (context.Request.Method == "POST")
                tokens.Add(context.Request.Headers.Authorization);
            return next(context);
        }));
        await using var visit = await Visit.To(chromium, app);

        await visit.Page.GetByLabel("Token").FillAsync("MDEy+abc=");
        await visit.Button("Send").ClickAsync();
        await visit.Sees("answer-status", "200 OK");

        Assert.Equal(["MDEy+abc="], tokens);
        await visit.Sees("curl", "-H \"Authorization: $EAS_TOKEN\"");
        Assert.DoesNotContain("MDEy", await visit.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length + document.cookie.length"));
    }

    [Fact]
    public async Task Probes_turn_red_and_green_before_ones_eyes()
    {
        var isReady = true;
        await using var app = await Playgrounds.Flowers(isReady: () => Volatile.Read(ref isReady));
        await using var visit = await Visit.To(chromium, app);
        await visit.Sees("state", "Ready");

        Volatile.Write(ref isReady, false);
        await visit.Sees("state", "Not ready");
        var ready = visit.One("probes").GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Readiness" });
        await Expect(ready).ToContainTextAsync("503 in");
        await Expect(ready.Locator(".word")).ToHaveAttributeAsync("data-state", "red");
        await Expect(ready.Locator(".word")).ToHaveTextAsync("Unhealthy");

        Volatile.Write(ref isReady, true);
        await Expect(visit.One("state")).ToHaveTextAsync("Ready", new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task A_service_that_is_gone_is_said_to_be_gone()
    {
        var app = await Playgrounds.Flowers();
        await using var visit = await Visit.To(chromium, app);
        await visit.Sees("state", "Ready");

        await app.DisposeAsync();

        await visit.Sees("state", "Unreachable");
        await visit.Button("Send").ClickAsync();
        await visit.Sees("answer-status", "No answer");
    }

    [Fact]
    public async Task It_asks_only_while_it_is_wanted()
    {
        await using var app = await Playgrounds.Flowers();
        await using var visit = await Visit.To(chromium, app);
        await visit.Sees("state", "Ready");

        await visit.Page.GetByLabel("Ask every 2 s").UncheckAsync();
        await visit.Page.WaitForTimeoutAsync(500);
        var asked = visit.Requests.Count;
        await visit.Page.WaitForTimeoutAsync(3000);

        Assert.Equal(asked, visit.Requests.Count);
    }

    [Fact]
    public async Task All_of_it_can_be_done_with_the_keyboard()
    {
        await using var app = await Playgrounds.Flowers();
        await using var visit = await Visit.To(chromium, app);
        var keyboard = visit.Page.Keyboard;

        var order = new List<string>();
        for (var stop = 0; stop < 10; stop++)
        {
            await keyboard.PressAsync("Tab");
            order.Add(await visit.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        }
        Assert.Equal(["token", "reference", "asking", "method", "body", "send", "example", "copy", "curl"], order.Take(9));

        // Each stop can be seen.
        await visit.One("body").FocusAsync();
        Assert.Equal("solid", await visit.One("body").EvaluateAsync<string>("element => getComputedStyle(element).outlineStyle"));
        await keyboard.PressAsync("Control+A");
        await keyboard.TypeAsync("""{"petalLength":0.5}""");
        await keyboard.PressAsync("Control+Enter");
        await visit.Sees("answer-text", "0.5");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        await visit.Sees("answer-status", "200 OK");
    }

    [Theory]
    [InlineData(360)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task It_fits_the_width_of_the_screen(int width)
    {
        var longest = new string('x', 200);
        await using var app = await Playgrounds.Flowers(
            service =>
            {
                service.Predict<string, string>("/", static (_, text, _) => text, new() { Summary = longest });
                service.Predict<byte[], string>($"/{longest}", static (_, _, _) => "");
            },
            description: new() { Name = longest });
        await using var visit = await Visit.To(
            chromium, app, options: new() { ViewportSize = new() { Width = width, Height = 640 } });

        await visit.Sees("state", "Ready");
        await visit.One("body").FillAsync($"\"{longest}\"");
        await visit.Button("Send").ClickAsync();
        await visit.Sees("answer-text", longest);

        Assert.Equal(width, await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData(Playgrounds.Prefix + "/")]
    [InlineData(Playgrounds.Prefix)]
    [InlineData(Playgrounds.Prefix + "?from=mail#top")]
    public async Task It_works_behind_a_prefix_that_only_the_gateway_knows(string path)
    {
        await using var app = await Playgrounds.Flowers(use: Playgrounds.BehindGateway);
        await using var visit = await Visit.To(chromium, app, path);

        await visit.Sees("state", "Ready");
        await visit.Button("Send").ClickAsync();

        await visit.Sees("answer-status", "200 OK");
        await visit.Sees("curl", $"{Playgrounds.Prefix}/' \\");
        Assert.All(visit.Requests, static request => Assert.StartsWith(Playgrounds.Prefix, request, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task Hostile_texts_are_shown_and_never_run(string text)
    {
        await using var app = await Playgrounds.Flowers(
            service =>
            {
                service.Predict<string, string>("/", (_, _, _) => text, new() { OperationId = text, Summary = text });
                service.PredictStream<string, string>("/stream", (_, _, _) => new(new[] { text }.ToAsyncEnumerable()));
                service.Predict<string, string>("/fails", (_, _, _) => throw new Microsoft.AspNetCore.Http.BadHttpRequestException(text));
            },
            description: new() { Name = text });
        await using var visit = await Visit.To(chromium, app);

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(text);
        await visit.Sees("summary", text);
        await Expect(visit.One("method").Locator("option")).ToHaveTextAsync([$"POST / ({text})", "POST /stream", "POST /fails"]);

        Assert.Equal(text, JsonSerializer.Deserialize<string>(await Answer(visit, 0, "application/json")));
        await visit.ShowsNothingButText();
        Assert.Equal(text, await Answer(visit, 1, "1 events in"));
        await visit.Page.GetByText("Events (1)").ClickAsync();
        Assert.Equal(text, JsonSerializer.Deserialize<string>(await visit.One("answer-list").InnerTextAsync()));
        await visit.ShowsNothingButText();
        using var problem = JsonDocument.Parse(await Answer(visit, 2, "application/problem+json"));
        Assert.Equal(text, problem.RootElement.GetProperty("detail").GetString());
        await visit.ShowsNothingButText();
    }

    // What the status has tells an answer from the one before it. The text comes after it, and is whole at once.
    private static async Task<string> Answer(Visit visit, int method, string status)
    {
        await visit.One("method").SelectOptionAsync(new SelectOptionValue { Index = method });
        await visit.Button("Send").ClickAsync();
        await visit.Sees("answer-status", status);
        await Expect(visit.One("answer-text")).Not.ToBeEmptyAsync();
        return await visit.One("answer-text").InnerTextAsync();
    }

    [Fact]
    public async Task The_curl_is_what_a_shell_has_to_read()
    {
        await using var app = await Playgrounds.Flowers();
        await using var visit = await Visit.To(
            chromium, app, options: new() { Permissions = ["clipboard-read", "clipboard-write"] });

        await visit.One("body").FillAsync("""{ "petalLength": 1, "colour": "it's $HOME `id` \\ \"" }""");
        await visit.Button("Copy").ClickAsync();
        await visit.Sees("copied", "Copied");
        var curl = await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");

        Assert.Equal(
            $$"""
            curl '{{app.Client.BaseAddress}}' \
              --json '{ "petalLength": 1, "colour": "it'\''s $HOME `id` \\ \"" }'
            """.ReplaceLineEndings("\n"),
            curl);
        // Printed instead of sent: the arguments that a shell makes of it.
        var read = await Shell.Run($"curl() {{ printf '%s\\n' \"$@\"; }}\n{curl}");
        Assert.Equal($$"""
            {{app.Client.BaseAddress}}
            --json
            { "petalLength": 1, "colour": "it's $HOME `id` \\ \"" }

            """.ReplaceLineEndings("\n"), read);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_that_shuts_a_reader_out(ColorScheme scheme)
    {
        await using var app = await Streams.Start();
        await using var visit = await Visit.To(chromium, app, options: new() { ColorScheme = scheme });
        await visit.Sees("state", "Ready");
        await visit.Button("Send").First.ClickAsync();
        await visit.Sees("answer-status", "200 OK");

        await visit.ShutsNoReaderOut();
    }
}
