namespace Sonnets.Tests;

/// <summary>What follows a context that is unknown is chosen by the counts of the text: here 6 a, 4 line breaks and 1 b.</summary>
public class TemperatureTests
{
    private const string Unknown = "?";

    private static readonly SonnetModel Model = new("aaaaaab");

    [Fact]
    public void At_0_it_is_the_likeliest() =>
        Assert.Equal(1, Share("a", temperature: 0));

    [Theory]
    [InlineData(double.Epsilon, 1, 0)]            // so near to 0 that 1 / temperature is infinite
    [InlineData(0.5, 36.0 / 53, 1.0 / 53)]        // the squares of the counts
    [InlineData(1, 6.0 / 11, 1.0 / 11)]           // the counts
    [InlineData(2, 0.4495, 0.1835)]               // their square roots
    public void Above_0_it_is_drawn_from_the_counts(double temperature, double likeliest, double rarest)
    {
        Assert.Equal(likeliest, Share("a", temperature), 0.03);
        Assert.Equal(rarest, Share("b", temperature), 0.03);
    }

    private static double Share(string text, double temperature) =>
        Enumerable.Range(0, 4000)
            .Count(seed => Committed.Join(Model.Continue(new(Unknown, MaxTokens: 1, temperature, seed))) == text) / 4000.0;
}
