namespace Sonnets.Tests;

public class RequestTests
{
    public static TheoryData<SonnetRequest, string> Wrong { get; } = new()
    {
        { new("", MaxTokens: 0), "maxTokens is 0, but must be from 1 to 1000." },
        { new("", MaxTokens: -1), "maxTokens is -1, but must be from 1 to 1000." },
        { new("", MaxTokens: 1001), "maxTokens is 1001, but must be from 1 to 1000." },
        { new("", Temperature: -0.1), "temperature is -0.1, but must be from 0 to 2." },
        { new("", Temperature: 2.1), "temperature is 2.1, but must be from 0 to 2." },
        { new("", Temperature: double.NaN), "temperature is NaN, but must be from 0 to 2." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_out_of_bounds_is_named_before_anything_is_written(SonnetRequest request, string problem)
    {
        var e = Assert.Throws<ArgumentException>(() => Committed.Model.Continue(request));

        Assert.Equal(problem, request.FindProblem());
        Assert.StartsWith(problem, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void So_is_a_prompt_that_is_too_long() =>
        Assert.Equal("prompt has 1001 characters, but may have 1000.", new SonnetRequest(new('a', 1001)).FindProblem());

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1000, 1000, 2)]
    public void The_bounds_themselves_are_fine(int promptLength, int maxTokens, double temperature)
    {
        SonnetRequest request = new(new('a', promptLength), maxTokens, temperature);

        Assert.Null(request.FindProblem());
        Assert.Equal(maxTokens, Committed.Model.Continue(request).Count());
    }
}
