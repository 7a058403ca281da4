using Digits.Training;

namespace Digits.Tests;

public class DigitDataTests
{
    [Fact]
    public void The_same_seed_draws_the_same_images() =>
        Assert.Equal(Drawn(new DigitWriter(7).Write(100)), Drawn(new DigitWriter(7).Write(100)));

    [Fact]
    public void The_digits_take_turns() =>
        Assert.Equal(Enumerable.Range(0, 30).Select(i => i % 10), new DigitWriter(7).Write(30).Select(sample => sample.Digit));

    [Fact]
    public void Each_image_has_a_digit_on_it() =>
        Assert.All(Committed.HeldOut, sample => Assert.InRange(sample.Image.Pixels.ToArray().Count(grey => grey > 100), 8, 400));

    [Fact]
    public void An_image_that_is_held_out_was_not_learned()
    {
        var held = Drawn(Committed.HeldOut).ToHashSet();

        Assert.Equal(Committed.HeldOut.Count, held.Count);
        Assert.DoesNotContain(Drawn(DigitData.ToLearn(Committed.HeldOut.Count)), held.Contains);
    }

    private static IEnumerable<string> Drawn(IEnumerable<DigitSample> samples) =>
        samples.Select(sample => Convert.ToBase64String(sample.Image.Pixels.Span));
}
