using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Tests;

public class RequestBodyTests
{
    public sealed record Meadow(
        Flower Best,
        Dictionary<string, Flower>? Others = null,
        Shape? Shape = null,
        Area? Area = null,
        DateOnly? Date = null,
        byte[]? Image = null);

    [JsonDerivedType(typeof(Round), "round")]
    public abstract record Shape;

    public sealed record Round(double Radius) : Shape;

    /// <summary>A type that defends itself.</summary>
    public sealed record Area
    {
        public Area(double value) => Value = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), "internal remark");

        public double Value { get; }
    }

    private static void Meadows(EasServiceBuilder<Scripted> service)
    {
        service.Predict<Meadow, string>("/", static (_, meadow, _) => meadow.Best.Name);
        service.Predict<int, int>("/number", static (_, number, _) => number);
        service.Predict<string, string>("/text", static (_, text, _) => text);
    }

    [Theory]
    [InlineData("""{"best":{"petalLength":"x","name":"a"}}""", "$.best.petalLength", 1, 27)]
    [InlineData("{\n  \"best\": {\"petalLength\": 1,\n  \"name\": 7}}", "$.best.name", 3, 12)]
    [InlineData(
        """{"best":{"petalLength":1,"name":"a"},"others":{"b":{"petalLength":true,"name":"b"}}}""",
        "$.others.b.petalLength",
        1,
        71)]
    [InlineData("""{"best":{"petalLength":1,"name":"a","days":[1,2,"x"]}}""", "$.best.days[2]", 1, 52)]
    [InlineData("""{"best":}""", "$.best", 1, 9)]
    public async Task A_mistake_has_a_place(string body, string path, int line, int bytePosition)
    {
        await using var app = await App.Start(Meadows);

        using var response = await app.Client.PostText("/", body);

        var problem = await response.Problem(HttpStatusCode.BadRequest);
        Assert.Equal(path, problem.Text("jsonPath"));
        Assert.Equal((line, bytePosition), (problem.GetProperty("line").GetInt32(), problem.GetProperty("bytePosition").GetInt32()));
        Assert.DoesNotContain("System.", problem.Text("detail"), StringComparison.Ordinal);
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task What_is_missing_is_not_made_up()
    {
        await using var app = await App.Start(static service => service.Predict<Flower, string>("/", static (_, flower, _) => flower.Name));

        using var response = await app.Client.PostText("/", """{"name":"iris"}""");
        using var nothing = await app.Client.PostText("/", """{"petalLength":1,"name":null}""");

        Assert.EndsWith(
            "Required are: petalLength, name.",
            (await response.Problem(HttpStatusCode.BadRequest)).Text("detail"),
            StringComparison.Ordinal);
        Assert.Equal("$.name", (await nothing.Problem(HttpStatusCode.BadRequest)).Text("jsonPath"));
    }

    public static TheoryData<string> Malformed { get; } =
    [
        "", " ", "\n", "null", "{", "}", "[", "]", "[]", "{}", "true", "1", "\"\"", "\"text", "nul", "NaN", "-", "1e999",
        "'a'", "{]", "{\"best\"", "{\"best\":", "{\"best\":1}",
        "{\"best\":null}", "{\"best\":{}}", "{\"best\":[]}", "{best:1}", "{\"best\":{\"petalLength\":1,\"name\":\"a\"},}",
        "{}{}", "{} x", "// comment", "/* */ {}",
        """{"best":{"petalLength":1e999999,"name":7}}""",
        """{"best":{"petalLength":1,"name":"\ud800"}}""",
        """{"best":{"petalLength":1,"name":"\x"}}""",
        """{"best":{"petalLength":1,"name":"a","days":[99999999999]}}""",
        """{"best":{"petalLength":1,"name":"a","days":{}}}""",
        """{"best":{"petalLength":1,"name":"a"},"others":[]}""",
        """{"best":{"petalLength":1,"name":"a"},"others":{"b":null}} x""",
        """{"best":{"petalLength":1,"name":"a"},"shape":{"radius":1}}""",
        """{"best":{"petalLength":1,"name":"a"},"shape":{"$type":"square"}}""",
        """{"best":{"petalLength":1,"name":"a"},"shape":{"$type":7}}""",
        """{"best":{"petalLength":1,"name":"a"},"shape":{"radius":1,"$type":"round"}}""",
        """{"best":{"petalLength":1,"name":"a"},"area":{"value":-1}}""",
        """{"best":{"petalLength":1,"name":"a"},"date":"2026-02-30"}""",
        """{"best":{"petalLength":1,"name":"a"},"image":"not base64"}""",
        "{\"best\":{\"petalLength\":1,\"name\":\"a\nb\"}}",
        new string('[', 100_000),
        string.Concat(Enumerable.Repeat("{\"best\":", 200)),
        "\0", "\u0001\u0002", "<xml/>", "a=b&c=d", "--boundary", "{\"a\":\"\0\"}",
    ];

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_malformed_body_is_the_clients_fault(string body)
    {
        await using var app = await App.Start(Meadows);

        using var response = await app.Client.PostText("/", body);

        var problem = await response.Problem(HttpStatusCode.BadRequest);
        Assert.DoesNotContain("EasGen", problem.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("internal remark", problem.ToString(), StringComparison.Ordinal);
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task Random_bytes_are_the_clients_fault()
    {
        await using var app = await App.Start(Meadows);
        var random = new Random(20261122);
        var valid = Encoding.UTF8.GetBytes(
            """{"best":{"petalLength":1.5,"name":"ä€😀"},"others":{"b":{"petalLength":1,"name":"b"}},"date":"2026-01-01"}""");

        for (var round = 0; round < 500; round++)
        {
            byte[] body = [.. valid];
            for (var change = 0; change <= round % 4; change++)
                body[random.Next(body.Length)] = (byte)random.Next(256);

            using var response = await app.Client.PostBytes("/", body);

            Assert.True(
                response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest,
                $"{response.StatusCode} for {Convert.ToHexString(body)}");
        }
    }

    [Theory]
    [InlineData("/number", "null")]
    [InlineData("/number", "1.5")]
    [InlineData("/number", "\"x\"")]
    [InlineData("/text", "null")]
    [InlineData("/text", "1")]
    public async Task Simple_types_are_as_strict(string route, string body)
    {
        await using var app = await App.Start(Meadows);

        using var response = await app.Client.PostText(route, body);

        await response.Problem(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("application/vnd.acme.iris+json")]
    [InlineData("application/octet-stream")]
    [InlineData("Application/Octet-Stream; charset=binary")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8")]
    public async Task JSON_has_many_names(string? contentType)
    {
        await using var app = await App.Start(Meadows);

        using var response = await app.Client.PostText("/number", "7", contentType);

        Assert.Equal("7", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("*/*")]
    [InlineData("application/jsonp")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=nonsense")]
    public async Task Anything_else_is_not_read(string contentType)
    {
        await using var app = await App.Start(Meadows);

        using var response = await app.Client.PostText("/number", "7", contentType);

        Assert.Contains("JSON", (await response.Problem(HttpStatusCode.UnsupportedMediaType)).Text("detail"), StringComparison.Ordinal);
        Assert.Equal("application/json", Assert.Single(response.Headers.GetValues("Accept-Post")));
    }

    [Theory]
    [InlineData("json")]
    [InlineData(";")]
    [InlineData("application/json;;=")]
    public async Task A_content_type_that_is_none_is_not_read(string contentType)
    {
        await using var app = await App.Start(Meadows);
        using var content = new ByteArrayContent("7"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var response = await app.Client.PostAsync(new Uri("/number", UriKind.Relative), content);

        await response.Problem(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_stream_is_for_reading()
    {
        await using var app = await App.Start(static service => service.Predict<Stream, bool>("/", static (_, body, _) => body.CanWrite));

        using var response = await app.Client.PostBytes("/", [1, 2, 3], "application/octet-stream");

        Assert.Equal("false", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_of_known_length_may_have_one_megabyte()
    {
        await using var app = await App.Start(Meadows);
        var overhead = "\"\"".Length;

        using var fits = await app.Client.PostText("/text", $"\"{new string('a', (1024 * 1024) - overhead)}\"");
        using var large = await app.Client.PostText("/text", $"\"{new string('a', (1024 * 1024) - overhead + 1)}\"");

        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
        await large.Problem(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData(2000L, HttpStatusCode.OK)]
    [InlineData(1500L, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task The_limit_of_an_endpoint_outranks_that_of_the_service(long? limit, HttpStatusCode expected)
    {
        await using var app = await App.Listen(
            static service => service.Predict<string, int>("/", static (_, text, _) => text.Length),
            App.Plain with { MaxRequestBodyBytes = 1000 },
            use: app => app.Use((context, next) =>
            {
                var endpoint = context.GetEndpoint()!;
                context.SetEndpoint(new(endpoint.RequestDelegate, new([.. endpoint.Metadata, new Limit(limit)]), endpoint.DisplayName));
                return next(context);
            }));
        var body = Encoding.UTF8.GetBytes($"\"{new string('a', 1900)}\"");

        using var plain = await app.Client.PostText("/", Encoding.UTF8.GetString(body));
        using var packed = await app.Client.PostPacked("/", body);

        Assert.Equal((expected, expected), (plain.StatusCode, packed.StatusCode));
    }

    private sealed record Limit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;

    [Theory]
    [InlineData(1000, 1100, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(1000, 900, HttpStatusCode.OK)]
    [InlineData(40_000_000, 35_000_000, HttpStatusCode.OK)]
    public async Task A_body_of_unknown_length_has_the_declared_limit(int limit, int length, HttpStatusCode expected)
    {
        await using var app = await App.Listen(
            static service => service.Predict<string, int>("/", static (_, text, _) => text.Length),
            App.Plain with { MaxRequestBodyBytes = limit });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Content = new StringContent($"\"{new string('a', length)}\"", Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = true;

        using var response = await app.Client.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    // The server may say so before it cancels the token of the request.
    [Fact]
    public async Task A_connection_that_breaks_is_no_fault_of_the_service()
    {
        await using var app = await App.Start(
            static service => service.Predict<int, int>("/", static (_, number, _) => number),
            use: static app => app.Use(static (context, next) =>
            {
                context.Request.Body = new BrokenStream();
                return next(context);
            }));

        using var answer = await app.Client.PostText("/", "1");

        Assert.Equal(StatusCodes.Status499ClientClosedRequest, (int)answer.StatusCode);
        Assert.DoesNotContain(app.Log.Entries, static entry => entry.Level >= LogLevel.Warning);
    }

    [JsonConverter(typeof(LabelConverter))]
    public sealed record Label(string Text);

    public sealed class LabelConverter : JsonConverter<Label>
    {
        public override Label Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new FileNotFoundException("no labels.txt");

        public override void Write(Utf8JsonWriter writer, Label value, JsonSerializerOptions options) => writer.WriteNullValue();
    }

    [Fact]
    public async Task A_converter_that_finds_no_file_is_one()
    {
        await using var app = await App.Start(static service => service.Predict<Label, int>("/", static (_, _, _) => 1));

        using var answer = await app.Client.PostText("/", "\"a\"");

        await answer.Problem(HttpStatusCode.InternalServerError);
        Assert.Contains(app.Log.Entries, static entry => entry.Level == LogLevel.Error);
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new ConnectionResetException("reset by the peer");
    }
}
