using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using EasGen.AspNetCore.Chat.Tests.Kit;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenAI.Chat;
using Clients = EasGen.AspNetCore.Chat.Tests.Kit.Clients;

namespace EasGen.AspNetCore.Chat.Tests;

/// <summary>
/// How a stream ends that does not end by itself. The clients for Python and JavaScript throw at the data of the last event; that for .NET
/// takes it for an empty chunk, so that it has to see the connection break.
/// </summary>
public class StreamFailureTests
{
    private const string Question = """{"messages":[{"role":"user","content":"Hello"}],"stream":true}""";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_exception_is_the_last_event_and_the_connection_breaks(bool http2)
    {
        await using var app = await Clients.Listen(new Talker(_ => Failing()), App.Plain with { Grpc = http2 });
        if (http2)
            (
                app.Client.DefaultRequestVersion,
                app.Client.DefaultVersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);

        using var events = await Events.Post(app.Client, "/v1/chat/completions", Question);
        var word = await events.Next();
        var last = await events.Next();
        await Assert.ThrowsAnyAsync<IOException>(events.Next);

        Assert.Contains("\"content\":\"One \"", word, StringComparison.Ordinal);
        var error = JsonDocument.Parse(last!["data: ".Length..]).RootElement.Error();
        Assert.Equal(("server_error", "internal_error"), (error.Text("type"), error.Text("code")));
        Assert.DoesNotContain("hunter2", last, StringComparison.Ordinal);
        Assert.Contains(app.Log.Entries, static entry => entry.Exception?.Message == "password=hunter2");
        await app.Until(static app => app.InFlight == 0);
    }

    [Fact]
    public async Task No_client_takes_half_an_answer_for_a_whole_one()
    {
        await using var app = await Clients.Listen(new Talker(_ => Failing()));

        foreach (var stream in new Func<IAsyncEnumerable<string>>[]
        {
            () => app.Chat().CompleteChatStreamingAsync(new UserChatMessage("Hello"))
                .Select(static chunk => string.Concat(chunk.ContentUpdate.Select(static part => part.Text))),
            () => app.AI().GetStreamingResponseAsync("Hello").Select(static update => update.Text),
        })
        {
            var read = "";
            await Assert.ThrowsAnyAsync<IOException>(async () =>
            {
                await foreach (var text in stream())
                    read += text;
            });
            Assert.Equal("One ", read);
        }
    }

    [Fact]
    public async Task An_error_that_the_client_answers_with_is_the_last_event()
    {
        await using var app = await Clients.Listen(new Talker(
            new ChatResponseUpdate(ChatRole.Assistant, "One "),
            new ChatResponseUpdate(ChatRole.Assistant, [new ErrorContent("password=hunter2")])));

        using var events = await Events.Post(app.Client, "/v1/chat/completions", Question);
        await events.Next();
        var last = await events.Next();

        Assert.Equal("internal_error", JsonDocument.Parse(last!["data: ".Length..]).RootElement.Error().Text("code"));
        Assert.DoesNotContain("hunter2", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_limit_in_the_middle_is_the_last_event()
    {
        await using var app = await Clients.Listen(
            new Talker(static cancellationToken => Endless(cancellationToken)), App.Plain with { RequestTimeoutMilliseconds = 1000 });

        using var events = await Events.Post(app.Client, "/v1/chat/completions", Question);
        await events.Next();
        var last = await events.Next();

        var error = JsonDocument.Parse(last!["data: ".Length..]).RootElement.Error();
        Assert.Equal(("request_timeout", "No end of the answer within 1000 ms."), (error.Text("code"), error.Text("message")));
    }

    [Fact]
    public async Task A_stream_that_outlasts_the_service_is_told_so()
    {
        await using var app = await Clients.Listen(
            new Talker(static cancellationToken => Endless(cancellationToken)),
            App.Plain with { GracePeriodSeconds = 4, DrainSeconds = 0 });
        using var events = await Events.Post(app.Client, "/v1/chat/completions", Question);
        await events.Next();

        var stopping = app.Services.GetRequiredService<IHost>().StopAsync();

        var last = await events.Next();
        Assert.Equal("service_unavailable", JsonDocument.Parse(last!["data: ".Length..]).RootElement.Error().Text("code"));
        await stopping.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_whole_stream_ends_with_done()
    {
        await using var app = await Clients.Listen(Talker.Saying("Hi"));

        using var events = await Events.Post(app.Client, "/v1/chat/completions", Question);
        var all = await events.Rest();

        Assert.Equal(3, all.Count);
        Assert.Equal("data: [DONE]", all[^1]);
        // Usage is for those who ask for it.
        Assert.DoesNotContain(all, static data => data.Contains("usage", StringComparison.Ordinal));
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Failing()
    {
        yield return new(ChatRole.Assistant, "One ");
        await Task.Yield();
        throw new InvalidOperationException("password=hunter2");
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Endless([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new(ChatRole.Assistant, "One ");
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
