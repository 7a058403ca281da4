using System.Net;
using EasGen.AspNetCore.Tests.Kit;

namespace EasGen.AspNetCore.Tests.Proofs;

/// <summary>Whatever is sent to a real server, it is never the server's fault, and the client learns what was wrong.</summary>
[Collection(Alone.Name)]
public class HostileBodyProof
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_body_has_its_answer(bool chunked)
    {
        await using var app = await App.Listen(
            static service => service.Predict<RequestBodyTests.Meadow, string>("/", static (_, meadow, _) => meadow.Best.Name),
            App.Plain with { MaxRequestBodyBytes = HostileBodies.MaxBytes });
        var bodies = HostileBodies.All.ToList();
        var wrong = new List<string>();

        foreach (var body in bodies)
        {
            using var response = await Send(app, body, chunked);
            if (response.StatusCode != body.Expected)
                wrong.Add($"{(int)response.StatusCode}, not {(int)body.Expected}: {body}");
            else if (body.Expected != HttpStatusCode.OK)
                await IsProblem(response, body);
        }

        Assert.Empty(wrong);
        Assert.True(bodies.Count(static body => body.Expected != HttpStatusCode.OK) >= 300, $"Only {bodies.Count} bodies.");
        Assert.Empty(app.Log.Warnings);
    }

    /// <summary>
    /// Whether the syntax or the size is noticed first is up to chance. The server closes the connection in either case, and
    /// has to say so.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_request_after_a_body_that_was_not_read_is_not_lost(bool chunked)
    {
        await using var app = await App.Listen(
            static service => service.Predict<int, int>("/", static (_, number, _) => number),
            App.Plain with { MaxRequestBodyBytes = HostileBodies.MaxBytes });
        var zeros = HostileBody.Bad("zeros", new byte[2 * HostileBodies.MaxBytes]);

        for (var round = 0; round < 50; round++)
        {
            using var refused = await Send(app, zeros, chunked);
            using var next = await Send(app, HostileBody.Good("next", "7"), chunked);

            Assert.True(
                refused.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge,
                $"Round {round}: {refused.StatusCode}");
            Assert.True(refused.Headers.ConnectionClose);
            Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        }
    }

    private static async Task IsProblem(HttpResponseMessage response, HostileBody body)
    {
        var problem = await response.Problem(body.Expected);
        Assert.False(string.IsNullOrEmpty(problem.Text("detail")), body.ToString());
        // Neither our types nor the runtime's are the client's business.
        Assert.DoesNotContain("EasGen", problem.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", problem.ToString(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Send(App app, HostileBody body, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Content = new ByteArrayContent(body.Bytes);
        request.Headers.TransferEncodingChunked = chunked;
        if (body.ContentType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", body.ContentType);
        if (body.Encoding is not null)
            request.Content.Headers.ContentEncoding.Add(body.Encoding);
        try
        {
            return await app.Client.SendAsync(request);
        }
        catch (HttpRequestException exception)
        {
            throw new InvalidOperationException($"No answer to {body}", exception);
        }
    }
}
