namespace Sonnets.Tests;

public class SonnetModelTests
{
    private const string Shall = "Shall I compare thee";

    [Fact]
    public void The_committed_text_has_30_sonnets_of_14_lines()
    {
        var sonnets = Committed.Text.Trim().Split("\n\n");

        Assert.Equal(30, sonnets.Length);
        Assert.All(sonnets, sonnet => Assert.Equal(14, sonnet.Split('\n').Length));
        Assert.All(Committed.Text, character => Assert.True(char.IsAscii(character), $"'{character}' is not ASCII."));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.7)]
    [InlineData(2)]
    public void The_same_seed_writes_the_same_text(double temperature)
    {
        SonnetRequest request = new(Shall, MaxTokens: 500, temperature, Seed: 7);

        Assert.Equal(Committed.Write(request), Committed.Write(request));
    }

    [Fact]
    public void Another_seed_writes_another_text()
    {
        var texts = Enumerable.Range(0, 20).Select(seed => Committed.Write(new(Shall, MaxTokens: 500, Seed: seed)));

        Assert.Equal(20, texts.Distinct().Count());
    }

    [Fact]
    public void Without_a_seed_each_text_is_another() =>
        Assert.NotEqual(Committed.Write(new(Shall, MaxTokens: 1000)), Committed.Write(new(Shall, MaxTokens: 1000)));

    [Theory]
    [InlineData("", 1)]
    [InlineData("", 2)]
    [InlineData(Shall, 0.7)]
    [InlineData("O, 我!", 1.5)]
    public void Each_character_has_followed_the_longest_context_that_the_text_has(string prompt, double temperature)
    {
        var learned = $"\n\n{Committed.Text.Trim()}\n\n";
        var before = "\n\n" + prompt;

        Assert.All(Committed.Model.Continue(new(prompt, MaxTokens: 1000, temperature, Seed: 1)), token =>
        {
            Assert.Contains(before[^token.Context..] + token.Text, learned, StringComparison.Ordinal);

            // It backs off only if nothing ever followed one character more.
            if (token.Context < Math.Min(SonnetModel.Order, before.Length))
                Assert.DoesNotContain(before[^(token.Context + 1)..], learned[..^1], StringComparison.Ordinal);
            before += token.Text;
        });
    }

    [Fact]
    public void Most_of_what_it_writes_needs_no_back_off()
    {
        var tokens = Committed.Model.Continue(new(Shall, MaxTokens: 1000, Seed: 1)).ToList();

        Assert.Equal(Enumerable.Range(0, 1000), tokens.Select(token => token.Index));
        Assert.InRange(tokens.Count(token => token.Context == SonnetModel.Order), 900, 1000);
    }

    [Fact]
    public void An_empty_prompt_begins_a_sonnet()
    {
        var beginnings = Committed.Text.Trim().Split("\n\n").Select(sonnet => sonnet[..1]).ToHashSet();

        Assert.All(Enumerable.Range(0, 50), seed =>
            Assert.Contains(Committed.Write(new("", MaxTokens: 1, Temperature: 2, seed)), beginnings));
    }

    [Fact]
    public void A_prompt_that_no_sonnet_has_is_left_behind()
    {
        var tokens = Committed.Model.Continue(new("我爱十四行诗", MaxTokens: 100, Seed: 1)).ToList();

        Assert.Equal(0, tokens[0].Context);
        Assert.Equal(SonnetModel.Order, tokens.Max(token => token.Context));
    }

    [Fact]
    public void Line_breaks_of_any_system_are_line_breaks()
    {
        SonnetRequest request = new("To eat the world's due,\r\n", MaxTokens: 50, Seed: 1);

        Assert.Equal(Committed.Write(request with { Prompt = "To eat the world's due,\n" }), Committed.Write(request));
    }

    [Fact]
    public void It_writes_no_further_than_it_is_asked()
    {
        using var tokens = Committed.Model.Continue(new(Shall, MaxTokens: 1)).GetEnumerator();

        Assert.True(tokens.MoveNext());
        Assert.False(tokens.MoveNext());
    }
}
