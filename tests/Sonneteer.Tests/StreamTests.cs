using System.Diagnostics;
using System.Net;

namespace Sonnets.Tests;

public class StreamTests
{
    [Fact]
    public async Task Each_token_is_an_event()
    {
        using var service = await Sample.Start();
        SonnetRequest request = new("", MaxTokens: 100, Seed: 7);

        using var answer = await service.Client.Post("/stream", request);

        Assert.Equal(Committed.Model.Continue(request), await answer.Tokens().ToListAsync());
    }

    [Fact]
    public async Task Tokens_arrive_while_the_rest_is_written_and_nothing_is_written_for_a_client_that_left()
    {
        // The whole stream would take 200 s; at the time limit it has about 150 tokens.
        using var service = await Sample.Start(tokensPerSecond: 5);
        SonnetRequest request = new("", MaxTokens: 1000, Seed: 7);

        using (var answer = await service.Client.Post("/stream", request))
            Assert.Equal(Committed.Model.Continue(request).Take(3), await answer.Tokens().Take(3).ToListAsync());

        await service.WaitFor("its caller has left");
        Assert.Matches(@"Stopped after \d\d? of 1000 tokens", service.Output);
    }

    [Fact]
    public async Task Sigterm_in_the_middle_of_a_stream_lets_it_end()
    {
        using var service = await Sample.Start(tokensPerSecond: 10);
        SonnetRequest request = new("", MaxTokens: 10 * Sonneteer.Eas.DrainSeconds + 20, Seed: 7);
        using var answer = await service.Client.Post("/stream", request);
        await using var tokens = answer.Tokens().GetAsyncEnumerator();
        await tokens.MoveNextAsync();

        var clock = Stopwatch.StartNew();
        await service.Signal("TERM");
        await service.WaitFor("no longer ready");
        using var ready = await service.Client.Get(Sonneteer.Eas.ReadinessPath);
        List<Token> arrived = [tokens.Current];
        while (await tokens.MoveNextAsync())
            arrived.Add(tokens.Current);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(Committed.Model.Continue(request), arrived);
        Assert.Equal(0, await service.Exit());

        // The stream has outlasted the drain, not the grace period.
        Assert.InRange(clock.Elapsed.TotalSeconds, Sonneteer.Eas.DrainSeconds, Sonneteer.Eas.GracePeriodSeconds);
    }
}
