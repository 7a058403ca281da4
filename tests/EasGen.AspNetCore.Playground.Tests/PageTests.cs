using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EasGen.AspNetCore.Playground.Tests;

/// <summary>Where the page is, and where it is not.</summary>
public class PageTests
{
    private static readonly string[] Paths =
        ["/playground/openapi.json", "/playground/reference/", "/playground/reference/scalar.js"];

    [Fact]
    public async Task In_development_the_page_is_at_the_root()
    {
        await using var app = await Playgrounds.Flowers();

        using var page = await Get(app, "/");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType?.ToString());
        Assert.Contains("<title>flowers</title>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Elsewhere_nothing_is_there_that_would_not_be_there_without_it(string environment)
    {
        await using var app = await Playgrounds.Flowers(environment: environment);
        await using var without = await App.Listen(
            static service => service.Predict<string, string>("/", static (_, text, _) => text),
            App.Plain,
            [$"--environment={environment}"]);

        using var page = await Get(app, "/");
        using var same = await Get(without, "/");
        Assert.Equal((same.StatusCode, await same.Content.ReadAsStringAsync()), (page.StatusCode, await page.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, page.StatusCode);
        foreach (var path in Paths)
        {
            using var answer = await Get(app, path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_service_without_a_method_at_the_root_answers_there_with_404_in_production()
    {
        await using var app = await Playgrounds.Flowers(
            static service => service.Predict<string, string>("/echo", static (_, text, _) => text), environment: "Production");

        using var page = await Get(app, "/");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Fact]
    public async Task It_is_elsewhere_if_it_is_asked_for_and_not_in_development_if_it_is_not_wanted()
    {
        await using var asked = await Playgrounds.Flowers(
            environment: "Production", options: static playground => playground.Enabled = true);
        await using var refused = await Playgrounds.Flowers(options: static playground => playground.Enabled = false);

        using var page = await Get(asked, "/");
        using var none = await Get(refused, "/");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, none.StatusCode);
    }

    [Fact]
    public async Task The_predict_endpoint_and_the_probes_are_as_without_it()
    {
        await using var app = await Playgrounds.Flowers();

        using var answer = await app.Client.PostText("/", """{"petalLength":1.5}""");
        using var wrong = await app.Client.PostText("/", "{}");
        var (ready, _) = await app.Client.Probe("/healthz/ready");

        Assert.Equal("""{"name":"setosa","petalLength":1.5}""", await answer.Content.ReadAsStringAsync());
        await wrong.Problem(HttpStatusCode.BadRequest);
        Assert.Equal(HttpStatusCode.OK, ready);
    }

    [Fact]
    public async Task The_log_says_where_it_is()
    {
        await using var app = await Playgrounds.Flowers();
        await using var production = await Playgrounds.Flowers(environment: "Production");

        await app.Log.WaitFor($"Try it in a browser: {app.Client.BaseAddress}");
        await production.Log.WaitFor("listens on port");
        Assert.DoesNotContain(production.Log.Entries, static entry => entry.Text.Contains("browser", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task What_a_later_call_says_counts_and_what_it_leaves_open_stays(string environment)
    {
        await using var guarded = await Playgrounds.Flowers(
            environment: environment,
            build: static builder => builder.AddEasPlayground(static playground => playground.Enabled = true),
            options: Guard);
        await using var shown = await Playgrounds.Flowers(
            environment: environment,
            build: static builder => builder.AddEasPlayground(Guard),
            options: static playground => playground.Enabled = true);
        await using var closed = await Playgrounds.Flowers(
            environment: environment,
            build: static builder => builder.AddEasPlayground(static playground => playground.Enabled = true),
            options: static playground => playground.Enabled = false);

        Assert.All(await Statuses(guarded), static status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.All(await Statuses(shown), static status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.Equal(
            [HttpStatusCode.MethodNotAllowed, .. Paths.Select(static _ => HttpStatusCode.NotFound)],
            await Statuses(closed));
        Assert.DoesNotContain(closed.Log.Entries, static entry => entry.Text.Contains("browser", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_app_may_say_who_sees_it()
    {
        await using var app = await Playgrounds.Flowers(options: Guard);

        using var page = await Get(app, "/");
        using var answer = await app.Client.PostText("/", """{"petalLength":1}""");

        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/playground/openapi.json")]
    [InlineData("/playground/reference/")]
    [InlineData("/playground/reference/scalar.js")]
    public async Task Head_is_answered_as_get_is_but_for_the_body(string path)
    {
        await using var app = await Playgrounds.Flowers();
        using var get = await Get(app, path);
        using var head = await app.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/playground/reference/scalar.js")]
    public async Task What_the_browser_has_is_not_sent_again(string path)
    {
        await using var app = await Playgrounds.Flowers();
        using var first = await Get(app, path);
        Assert.Equal("no-cache", first.Headers.CacheControl?.ToString());

        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var again = await app.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Contains(again.Headers, static header => header.Key == "Content-Security-Policy");
    }

    [Theory]
    [InlineData("/playground")]
    [InlineData("/playground/page.js")]
    [InlineData("/playground/reference/nothing.js")]
    [InlineData("/playground/reference/v2")]
    [InlineData("/favicon.ico")]
    public async Task What_is_not_there_is_404(string path)
    {
        await using var app = await Playgrounds.Flowers();

        using var answer = await Get(app, path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Its_policy_lets_nothing_run_but_its_own_script()
    {
        await using var app = await Playgrounds.Flowers();

        using var page = await Get(app, "/");

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
    }

    [Theory]
    [InlineData("<img src=x onerror=hacked=true>")]
    [InlineData("</title></script><script>hacked=true</script>")]
    [InlineData("<!--service--><!--script--><!--name-->")]
    public async Task A_hostile_name_is_text(string name)
    {
        await using var app = await Playgrounds.Flowers(description: new() { Name = name });

        var page = await app.Client.GetStringAsync(new Uri("/", UriKind.Relative));
        var reference = await app.Client.GetStringAsync(new Uri("/playground/reference/", UriKind.Relative));

        Assert.DoesNotContain(name, page, StringComparison.Ordinal);
        Assert.DoesNotContain(name, reference, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("</script>").Length - 1);
        Assert.Contains(System.Text.Encodings.Web.HtmlEncoder.Default.Encode(name), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_may_be_in_a_group_whose_page_names_what_is_there()
    {
        await using var app = await Playgrounds.Flowers(
            static service => service.Predict<string, string>("/", static (_, text, _) => text),
            static app => app.MapGroup("/models/v2").MapEasService<Scripted>());

        var page = await app.Client.GetStringAsync(new Uri("/models/v2/", UriKind.Relative));

        Assert.DoesNotContain("\"path\":\"./healthz/ready\"", page, StringComparison.Ordinal);
        Assert.Contains("\"path\":\"../../healthz/ready\"", page, StringComparison.Ordinal);
    }

    private static void Guard(EasPlaygroundOptions playground) => playground.Conventions = static endpoints =>
        endpoints.Add(static endpoint => endpoint.RequestDelegate = static context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });

    private static async Task<List<HttpStatusCode>> Statuses(App app)
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var path in Paths.Prepend("/"))
        {
            using var answer = await Get(app, path);
            statuses.Add(answer.StatusCode);
        }
        return statuses;
    }

    private static Task<HttpResponseMessage> Get(App app, string path) => app.Client.GetAsync(new Uri(path, UriKind.Relative));
}
