using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Sonnets.Tests;

/// <summary>The predictor is a class like any other: it needs no server to be tested.</summary>
public class PredictorTests
{
    [Fact]
    public async Task It_is_ready_once_it_is_loaded()
    {
        var sonneteer = New();
        var before = sonneteer.IsReady();

        await sonneteer.LoadAsync(CancellationToken.None);

        Assert.False(before);
        Assert.True(sonneteer.IsReady());
    }

    [Fact]
    public async Task The_stream_and_the_whole_are_the_same_text()
    {
        var sonneteer = await Loaded();
        SonnetRequest request = new("O, ", MaxTokens: 100, Seed: 3);

        var streamed = await sonneteer.StreamAsync(request, CancellationToken.None).ToListAsync();

        Assert.Equal(sonneteer.Write(request), new Sonnet(Committed.Join(streamed), Seed: 3));
    }

    [Fact]
    public async Task Without_a_seed_the_answer_names_the_one_that_repeats_it()
    {
        var sonneteer = await Loaded();
        var first = sonneteer.Write(new("O, "));

        Assert.Equal(first, sonneteer.Write(new("O, ", Seed: first.Seed)));
    }

    [Fact]
    public async Task A_cancelled_stream_ends_at_once()
    {
        var sonneteer = await Loaded();
        using var leaving = new CancellationTokenSource();
        var tokens = sonneteer.StreamAsync(new("", MaxTokens: 1000), leaving.Token).GetAsyncEnumerator();
        await tokens.MoveNextAsync();

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await tokens.MoveNextAsync());
    }

    [Fact]
    public async Task A_wrong_request_is_the_clients_fault()
    {
        var sonneteer = await Loaded();

        var whole = Assert.Throws<BadHttpRequestException>(() => sonneteer.Write(new("", MaxTokens: 0)));
        var stream = await Assert.ThrowsAsync<BadHttpRequestException>(
            async () => await sonneteer.StreamAsync(new("", MaxTokens: 0), CancellationToken.None).ToListAsync());

        Assert.Equal("maxTokens is 0, but must be from 1 to 1000.", whole.Message);
        Assert.Equal((whole.Message, 400), (stream.Message, stream.StatusCode));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    public void A_pace_that_is_none_is_named(string rate)
    {
        var e = Assert.Throws<InvalidOperationException>(() => New(rate));

        Assert.Equal($"Sonneteer:TokensPerSecond is {rate}, but must be from 1 to 1000.", e.Message);
    }

    private static async Task<Sonneteer> Loaded()
    {
        var sonneteer = New();
        await sonneteer.LoadAsync(CancellationToken.None);
        return sonneteer;
    }

    private static Sonneteer New(string tokensPerSecond = "1000") => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("Sonneteer:TokensPerSecond", tokensPerSecond)]).Build(),
        NullLogger<Sonneteer>.Instance);
}
