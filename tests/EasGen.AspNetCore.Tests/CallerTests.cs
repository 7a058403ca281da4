using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Http;

namespace EasGen.AspNetCore.Tests;

/// <summary>How the clients of EAS send, what a predict method may take beside JSON, and what it may answer.</summary>
public class CallerTests
{
    public static TheoryData<string, Action<EasServiceBuilder<Scripted>>> RawRequests { get; } = new()
    {
        { "byte[]", static service => service.Predict<byte[], string>("/", static (_, bytes, _) => Convert.ToHexString(bytes)) },
        { "ReadOnlyMemory", static service => service.Predict<ReadOnlyMemory<byte>, string>(
            "/",
            static (_, bytes, _) => Convert.ToHexString(bytes.Span)) },
        { "Stream", static service => service.Predict<Stream, string>("/", static (_, stream, _) => Hex(stream)) },
        { "stream of items", static service => service.PredictStream<byte[], string>(
            "/",
            static (_, bytes, _) => new(new[] { Convert.ToHexString(bytes) }.ToAsyncEnumerable())) },
    };

    [Theory]
    [MemberData(nameof(RawRequests))]
    public async Task A_raw_body_is_taken_as_it_is_whatever_its_type(string kind, Action<EasServiceBuilder<Scripted>> declare)
    {
        await using var app = await App.Listen(declare);

        Assert.NotEmpty(kind);
        string?[] contentTypes =
        [
            null, "application/octet-stream", "application/json", "image/png", "application/x-www-form-urlencoded",
            "text/plain; charset=utf-16", "multipart/form-data; boundary=x",
        ];
        foreach (var contentType in contentTypes)
        {
            using var response = await app.Client.PostBytes("/", [0, 1, 0xFF, 0x0A], contentType);
            Assert.Contains("\"0001FF0A\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using var empty = await app.Client.PostBytes("/", [], null);
        using var packed = await app.Client.PostPacked("/", [0, 1, 0xFF, 0x0A]);
        Assert.Contains("\"\"", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"0001FF0A\"", await packed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_raw_body_of_any_type_that_is_none_is_taken_too()
    {
        await using var app = await App.Listen(static service => service.Predict<byte[], int>("/", static (_, bytes, _) => bytes.Length));
        using var content = new ByteArrayContent([1, 2, 3]);
        content.Headers.TryAddWithoutValidation("Content-Type", "nonsense");

        using var response = await app.Client.PostAsync(new Uri("/", UriKind.Relative), content);

        Assert.Equal("3", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_raw_body_has_the_declared_limit(bool chunked)
    {
        await using var app = await App.Listen(
            static service => service.Predict<byte[], int>("/", static (_, bytes, _) => bytes.Length),
            App.Plain with { MaxRequestBodyBytes = 1000 });

        foreach (var (length, expected) in new[] { (900, HttpStatusCode.OK), (1100, HttpStatusCode.RequestEntityTooLarge) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new ByteArrayContent(new byte[length]) };
            request.Headers.TransferEncodingChunked = chunked;
            using var response = await app.Client.SendAsync(request);
            Assert.Equal(expected, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("text/plain", "a \"b\"", "a \"b\"")]
    [InlineData("text/plain; charset=utf-8", "\ufeffä€😀", "ä€😀")]
    [InlineData("text/plain", "", "")]
    [InlineData("application/json", "\"a\"", "a")]
    [InlineData("application/octet-stream", "\"a\"", "a")]
    [InlineData(null, "\"a\"", "a")]
    public async Task A_string_may_be_sent_as_text(string? contentType, string body, string expected)
    {
        await using var app = await App.Start(
            static service => service.Predict<string, byte[]>("/", static (_, text, _) => Encoding.UTF8.GetBytes(text)));

        using var response = await app.Client.PostText("/", body, contentType);

        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Text_that_is_neither_JSON_nor_said_to_be_text_is_told_how()
    {
        await using var app = await App.Start(static service => service.Predict<string, string>("/", static (_, text, _) => text));

        using var unsaid = await app.Client.PostText("/", "hello", "application/octet-stream");
        using var latin = await app.Client.PostText("/", "hello", "text/plain; charset=latin1");
        using var broken = await app.Client.PostBytes("/", [0xFF, 0xFE, 0xFD], "text/plain");

        Assert.Contains("text/plain", (await unsaid.Problem(HttpStatusCode.BadRequest)).Text("detail"), StringComparison.Ordinal);
        await latin.Problem(HttpStatusCode.UnsupportedMediaType);
        Assert.Equal("application/json, text/plain", Assert.Single(latin.Headers.GetValues("Accept-Post")));
        await broken.Problem(HttpStatusCode.BadRequest);
        Assert.Empty(app.Log.Warnings);
    }

    public static TheoryData<string, Action<EasServiceBuilder<Scripted>>> RawAnswers { get; } = new()
    {
        { "byte[]", static service => service.Predict<int, byte[]>("/", static (_, length, _) => new byte[length]) },
        { "ReadOnlyMemory", static service => service.Predict<int, ReadOnlyMemory<byte>>("/", static (_, length, _) => new byte[length]) },
        { "Stream", static service => service.Predict<int, Stream>("/", static (_, length, _) => new MemoryStream(new byte[length])) },
        { "MemoryStream", static service => service.Predict<int, MemoryStream>(
            "/",
            static (_, length, _) => new MemoryStream(new byte[length])) },
        { "without length", static service => service.Predict<int, Stream>("/", static (_, length, _) => new BufferedStream(
            new GZipStream(new MemoryStream(Kit.Http.Pack(new byte[length])), CompressionMode.Decompress))) },
    };

    [Theory]
    [MemberData(nameof(RawAnswers))]
    public async Task A_raw_answer_is_sent_as_it_is(string kind, Action<EasServiceBuilder<Scripted>> declare)
    {
        await using var app = await App.Listen(declare);

        Assert.NotEmpty(kind);
        foreach (var length in (int[])[0, 3, 3_000_000])
        {
            using var response = await app.Client.PostText("/", length.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("application/octet-stream", response.Content.Headers.ContentType?.ToString());
            Assert.Equal(length, (await response.Content.ReadAsByteArrayAsync()).Length);
        }
    }

    [Fact]
    public async Task An_answer_of_nothing_is_an_empty_body()
    {
        await using var app = await App.Listen(static service =>
        {
            service.Predict<int, byte[]?>("/bytes", static (_, _, _) => default(byte[]));
            service.Predict<int, Stream?>("/stream", static (_, _, _) => default(Stream));
        });

        foreach (var route in (string[])["/bytes", "/stream"])
        {
            using var response = await app.Client.PostText(route, "1");
            Assert.Equal((HttpStatusCode.OK, 0), (response.StatusCode, (await response.Content.ReadAsByteArrayAsync()).Length));
        }
    }

    [Fact]
    public async Task A_result_is_the_users_own()
    {
        await using var app = await App.Start(static service =>
        {
            service.Predict<int, IResult>(
                "/",
                static (_, number, _) => number > 0 ? TypedResults.Text("fine", "text/markdown") : TypedResults.NotFound());
            service.PredictAsync<int, IResult>("/later", static (_, _, _) => new(Task.FromResult(Results.Bytes([1, 2], "image/png"))));
        });

        using var fine = await app.Client.PostText("/", "1");
        using var none = await app.Client.PostText("/", "0");
        using var image = await app.Client.PostText("/later", "1");

        Assert.Equal(("text/markdown", "fine"), (fine.Content.Headers.ContentType?.ToString(), await fine.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Equal("image/png", image.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task A_packed_body_is_unpacked_and_counted_as_it_is_then()
    {
        await using var app = await App.Listen(
            static service => service.Predict<string, int>("/", static (_, text, _) => text.Length),
            App.Plain with { MaxRequestBodyBytes = 100_000 });

        using var small = await app.Client.PostPacked("/", "\"abc\""u8.ToArray());
        using var nearly = await app.Client.PostPacked("/", Encoding.UTF8.GetBytes($"\"{new string('a', 99_998)}\""));
        using var large = await app.Client.PostPacked("/", Encoding.UTF8.GetBytes($"\"{new string('a', 99_999)}\""));
        using var bomb = await app.Client.PostPacked("/", new byte[50_000_000]);
        using var twice = await app.Client.PostPacked(
            "/",
            [.. Kit.Http.Pack("\"ab"u8.ToArray()), .. Kit.Http.Pack("c\""u8.ToArray())],
            packed: true);

        Assert.Equal(
            ("3", "99998", "3"),
            (await small.Content.ReadAsStringAsync(), await nearly.Content.ReadAsStringAsync(), await twice.Content.ReadAsStringAsync()));
        await large.Problem(HttpStatusCode.RequestEntityTooLarge);
        await bomb.Problem(HttpStatusCode.RequestEntityTooLarge);
        Assert.Empty(app.Log.Warnings);
    }

    [Fact]
    public async Task A_packing_that_is_not_known_is_refused_with_the_one_that_is()
    {
        await using var app = await App.Start(static service => service.Predict<int, int>("/", static (_, number, _) => number));
        using var content = new StringContent("1") { Headers = { ContentType = null, ContentEncoding = { "br" } } };

        using var response = await app.Client.PostAsync(new Uri("/", UriKind.Relative), content);

        await response.Problem(HttpStatusCode.UnsupportedMediaType);
        Assert.Equal("gzip", Assert.Single(response.Headers.GetValues("Accept-Encoding")));
    }

    [Theory]
    [InlineData("Content-Length: 100")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task A_body_that_is_too_slow_ends_the_connection(string framing)
    {
        await using var app = await App.Listen(
            static service => service.Predict<int, int>("/", static (_, number, _) => number),
            App.Plain with { RequestTimeoutMilliseconds = 300 });
        using var socket = new TcpClient(app.Client.BaseAddress!.Host, app.Client.BaseAddress.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST / HTTP/1.1\r\nHost: x\r\n{framing}\r\n\r\n"));

        var watch = Stopwatch.StartNew();
        var answer = await ReadToEnd(stream).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close", answer, StringComparison.Ordinal);
        Assert.Contains("No answer within 300 ms.", answer, StringComparison.Ordinal);
        // Kestrel reads on for 5 s unless the connection is to be closed.
        Assert.True(watch.Elapsed.TotalSeconds < 4.5, $"The connection was closed after {watch.Elapsed}.");
        Assert.DoesNotContain(app.Log.Entries, static entry => entry.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    // Kestrel resets a connection whose body it does not wait for.
    private static async Task<string> ReadToEnd(NetworkStream stream)
    {
        var answer = new StringBuilder();
        var part = new byte[4096];
        try
        {
            while (await stream.ReadAsync(part) is > 0 and var length)
                answer.Append(Encoding.ASCII.GetString(part, 0, length));
        }
        catch (IOException)
        {
        }
        return answer.ToString();
    }

    private static string Hex(Stream stream)
    {
        // Synchronously, as most decoders of images do.
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Convert.ToHexString(bytes.ToArray());
    }
}
