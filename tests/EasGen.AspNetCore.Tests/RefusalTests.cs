using System.Net;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Tests;

/// <summary>What a client is told that sent what cannot be taken: a sentence that names the mistake and the way out.</summary>
public class RefusalTests
{
    private static void Methods(EasServiceBuilder<Scripted> service)
    {
        service.Predict<RequestBodyTests.Meadow, string>("/", static (_, meadow, _) => meadow.Best.Name);
        service.Predict<int, int>("/number", static (_, number, _) => number);
        service.Predict<string, string>("/text", static (_, text, _) => text);
    }

    [Theory]
    [InlineData("/number", "\"x\"", "The value at $ has the wrong type, or a required property is missing.")]
    [InlineData("/", "{}", "The value at $ has the wrong type, or a required property is missing. Required are: best.")]
    [InlineData(
        "/",
        """{"best":{"petalLength":"x","name":"a"}}""",
        "The value at $.best.petalLength has the wrong type, or a required property is missing.")]
    [InlineData("/number", "null", "The value at $ has the wrong type, or a required property is missing.")]
    [InlineData("/text", "null", "The body is null, but a value is needed.")]
    [InlineData("/", """{"best":{"petalLength":1,"name":"a"},"area":{"value":-1}}""", "A value of the body is not acceptable.")]
    [InlineData("/", "{", "The body is not JSON: Expected depth to be zero at the end of the JSON payload. There is an open JSON object "
        + "or array that should be closed.")]
    [InlineData("/text", "hello", "The body is not JSON: 'h' is an invalid start of a value. Text without quotes needs the header "
        + "Content-Type: text/plain.")]
    public async Task A_body_is_told_what_is_wrong_with_it(string route, string body, string detail)
    {
        await using var app = await App.Start(Methods);

        using var response = await app.Client.PostText(route, body);

        Assert.Equal(detail, (await response.Problem(HttpStatusCode.BadRequest)).Text("detail"));
    }

    [Fact]
    public async Task A_value_that_a_type_refuses_is_in_the_log_and_a_null_has_a_place()
    {
        await using var app = await App.Start(Methods);

        using var refused = await app.Client.PostText("/", """{"best":{"petalLength":1,"name":"a"},"area":{"value":-1}}""");
        using var nothing = await app.Client.PostText("/text", "null");

        Assert.False((await refused.Problem(HttpStatusCode.BadRequest)).TryGetProperty("jsonPath", out _));
        Assert.Equal("$", (await nothing.Problem(HttpStatusCode.BadRequest)).Text("jsonPath"));
        var entry = Assert.Single(app.Log.Entries, static entry => entry.Level == LogLevel.Information && entry.Exception is not null);
        Assert.Equal("A body could not be read as Meadow; the client got 400", entry.Text);
    }

    [Theory]
    [InlineData("/number", "The body has to be JSON in UTF-8: send it with the header Content-Type: application/json, or without one.")]
    [InlineData(
        "/text",
        "The body has to be JSON or text in UTF-8: send it with the header Content-Type: application/json or text/plain, or without one.")]
    public async Task A_type_that_is_not_taken_is_told_which_are(string route, string detail)
    {
        await using var app = await App.Start(Methods);
        using var content = new ByteArrayContent("7"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", ";");

        using var image = await app.Client.PostText(route, "7", "image/png");
        using var none = await app.Client.PostAsync(new Uri(route, UriKind.Relative), content);

        Assert.Equal(detail, (await image.Problem(HttpStatusCode.UnsupportedMediaType)).Text("detail"));
        Assert.Equal(detail, (await none.Problem(HttpStatusCode.UnsupportedMediaType)).Text("detail"));
    }

    [Theory]
    [InlineData("application/json; charset=utf8")]
    [InlineData("application/json; charset=us-ascii")]
    [InlineData("text/plain; charset=US-ASCII")]
    public async Task Names_of_UTF_8_and_of_what_is_part_of_it_are_taken(string contentType)
    {
        await using var app = await App.Start(Methods);

        using var response = await app.Client.PostText("/text", "\"a\"", contentType);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Text_that_is_not_UTF_8_is_told_so()
    {
        await using var app = await App.Start(Methods);

        using var response = await app.Client.PostBytes("/text", [0xFF, 0xFE, 0xFD], "text/plain");

        Assert.Equal("The body is not text in UTF-8.", (await response.Problem(HttpStatusCode.BadRequest)).Text("detail"));
    }

    [Theory]
    [InlineData("x-gzip", true, HttpStatusCode.OK)]
    [InlineData("GZIP", true, HttpStatusCode.OK)]
    [InlineData("identity", false, HttpStatusCode.OK)]
    [InlineData("br", false, HttpStatusCode.UnsupportedMediaType)]
    public async Task A_packing_has_a_name(string encoding, bool isPacked, HttpStatusCode expected)
    {
        await using var app = await App.Start(Methods);
        using var content = new ByteArrayContent(isPacked ? Kit.Http.Pack("7"u8.ToArray()) : "7"u8.ToArray());
        content.Headers.ContentEncoding.Add(encoding);

        using var response = await app.Client.PostAsync(new Uri("/number", UriKind.Relative), content);

        Assert.Equal(expected, response.StatusCode);
        if (expected != HttpStatusCode.OK)
            Assert.Equal("The body may be sent as it is, or with Content-Encoding: gzip.", (await response.Json()).Text("detail"));
    }

    [Fact]
    public async Task A_packing_that_is_broken_or_cut_off_is_told_so()
    {
        const string detail = "The body is not complete gzip data, although its Content-Encoding says so.";
        await using var app = await App.Start(Methods);
        var whole = Kit.Http.Pack("\"some text that is long enough to be cut off\""u8.ToArray());

        using var broken = await app.Client.PostPacked("/text", "\"text\""u8.ToArray(), packed: true);
        using var cut = await app.Client.PostPacked("/text", whole[..^12], packed: true);
        using var followed = await app.Client.PostPacked("/text", [.. whole, 1, 2, 3], packed: true);

        Assert.Equal(detail, (await broken.Problem(HttpStatusCode.BadRequest)).Text("detail"));
        Assert.Equal(detail, (await cut.Problem(HttpStatusCode.BadRequest)).Text("detail"));
        Assert.Equal(detail, (await followed.Problem(HttpStatusCode.BadRequest)).Text("detail"));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_told_how_large_it_may_be()
    {
        await using var app = await App.Start(Methods, App.Plain with { MaxRequestBodyBytes = 100 });
        var body = $"\"{new string('a', 120)}\"";

        using var plain = await app.Client.PostText("/text", body);
        using var packed = await app.Client.PostPacked("/text", System.Text.Encoding.UTF8.GetBytes(body));

        Assert.Equal(
            "The body may have 100 bytes, but has 122.",
            (await plain.Problem(HttpStatusCode.RequestEntityTooLarge)).Text("detail"));
        Assert.Equal(
            "The unpacked body may have 100 bytes, but has more.",
            (await packed.Problem(HttpStatusCode.RequestEntityTooLarge)).Text("detail"));
    }

    [Fact]
    public async Task Without_its_predictor_a_service_names_the_probe()
    {
        await using var app = await App.Start(
            static service =>
            {
                service.Startup(static (_, cancellationToken) => new(Task.Delay(Timeout.Infinite, cancellationToken)));
                Methods(service);
            },
            waitForLoad: false);

        using var response = await app.Client.PostText("/number", "7");

        Assert.Equal(
            "scripted is not loaded; its startup probe says more.",
            (await response.Problem(HttpStatusCode.ServiceUnavailable)).Text("detail"));
        Assert.Equal("1", response.Headers.RetryAfter?.ToString());
    }

    [Fact]
    public async Task An_error_of_the_server_that_a_method_throws_is_a_failure()
    {
        await using var app = await App.Start(static service => service.Predict<int, int>(
            "/",
            static int (_, status, _) => throw new BadHttpRequestException("internal remark", status)));

        using var refused = await app.Client.PostText("/", "499");
        using var lowest = await app.Client.PostText("/", "400");
        using var failed = await app.Client.PostText("/", "500");
        using var odd = await app.Client.PostText("/", "399");

        Assert.Equal(["internal remark", "internal remark"], [
            (await refused.Problem((HttpStatusCode)499)).Text("detail"),
            (await lowest.Problem(HttpStatusCode.BadRequest)).Text("detail"),
        ]);
        foreach (var failure in (HttpResponseMessage[])[failed, odd])
            Assert.Equal(
                "The prediction failed; the log of the service says why.",
                (await failure.Problem(HttpStatusCode.InternalServerError)).Text("detail"));
        Assert.Equal(
            ["scripted failed to answer POST /", "scripted failed to answer POST /"],
            app.Log.Entries.Where(static entry => entry.Level == LogLevel.Error).Select(static entry => entry.Text));
    }

    [Fact]
    public async Task A_stream_that_its_method_refuses_leaves_its_place()
    {
        await using var app = await App.Start(static service => service.PredictStream<int, int>(
            "/",
            static ValueTask<IAsyncEnumerable<int>> (_, _, _) => throw new BadHttpRequestException("Only irises.", 422),
            new() { MaxConcurrency = 1, MaxQueue = 0 }));

        for (var call = 0; call < 2; call++)
        {
            using var response = await app.Client.PostText("/", "1");
            Assert.Equal("Only irises.", (await response.Problem(HttpStatusCode.UnprocessableEntity)).Text("detail"));
        }
    }

    [Theory]
    [InlineData(0, 0, "MaxConcurrency must be 1 or more. (Parameter 'value')\nActual value was 0.")]
    [InlineData(-1, 64, "MaxConcurrency must be 1 or more. (Parameter 'value')\nActual value was -1.")]
    [InlineData(1, -1, "MaxQueue must be 0 or more. (Parameter 'value')\nActual value was -1.")]
    public void Limits_say_what_they_may_be(int maxConcurrency, int maxQueue, string message) => Assert.Equal(
        message,
        Assert.Throws<ArgumentOutOfRangeException>(() => new PredictOptions { MaxConcurrency = maxConcurrency, MaxQueue = maxQueue })
            .Message.ReplaceLineEndings("\n"));

    public static TheoryData<Func<EasServiceDescription>, string> Wrong => new()
    {
        { static () => App.Plain with { Port = 0 }, "Port must be a port, from 1 to 65535." },
        { static () => App.Plain with { Port = 65536 }, "Port must be a port, from 1 to 65535." },
        { static () => App.Plain with { GracePeriodSeconds = 0 }, "GracePeriodSeconds must be 1 or more." },
        { static () => App.Plain with { DrainSeconds = -1 }, "DrainSeconds must be 0 or more." },
        { static () => App.Plain with { RequestTimeoutMilliseconds = 0 }, "RequestTimeoutMilliseconds must be 1 or more." },
        { static () => App.Plain with { MaxRequestBodyBytes = -1 }, "MaxRequestBodyBytes must be 0 or more." },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void Numbers_of_the_service_say_what_they_may_be(Func<EasServiceDescription> describe, string message) => Assert.StartsWith(
        message,
        Assert.Throws<ArgumentOutOfRangeException>(describe).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Numbers_of_the_service_may_be_at_their_ends()
    {
        var least = App.Plain with
        {
            Port = 1,
            GracePeriodSeconds = 1,
            DrainSeconds = 0,
            RequestTimeoutMilliseconds = 1,
            MaxRequestBodyBytes = 0,
        };
        var none = least with { Port = 65535, DrainSeconds = null, RequestTimeoutMilliseconds = null };

        Assert.Equal((1, 1, 0), (least.Port, least.RequestTimeoutMilliseconds, least.DrainSeconds));
        Assert.Equal((65535, null, null), (none.Port, none.RequestTimeoutMilliseconds, none.DrainSeconds));
    }
}
