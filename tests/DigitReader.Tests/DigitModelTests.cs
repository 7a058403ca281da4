using System.Text.Json;
using Digits.Training;

namespace Digits.Tests;

public class DigitModelTests
{
    [Fact]
    public void Of_a_hundred_images_that_it_has_not_seen_it_reads_98() =>
        Assert.InRange(TrainingCommand.Accuracy(Committed.Model, Committed.HeldOut), 0.98, 1);

    [Fact]
    public void It_reads_each_digit()
    {
        var accuracies = Committed.HeldOut.GroupBy(sample => sample.Digit).ToDictionary(
            digit => digit.Key, digit => TrainingCommand.Accuracy(Committed.Model, digit.ToList()));

        Assert.Equal(10, accuracies.Count);
        Assert.All(accuracies, digit => Assert.True(digit.Value > 0.95, $"It reads {digit.Value:P1} of the images of {digit.Key}."));
    }

    [Fact]
    public void What_it_is_confident_of_is_right()
    {
        var confident = Committed.HeldOut.Select(sample => (Reading: Committed.Model.Read(sample.Image), sample.Digit))
            .Where(answer => answer.Reading.Confidence > 0.99).ToList();

        Assert.InRange(confident.Count, Committed.HeldOut.Count * 0.8, Committed.HeldOut.Count);
        Assert.InRange(confident.Average(answer => answer.Reading.Digit == answer.Digit ? 1.0 : 0.0), 0.995, 1);
    }

    [Fact]
    public void The_scores_are_a_distribution_whose_peak_is_the_digit()
    {
        DigitImage[] extremes = [DigitImage.Blank, new(Enumerable.Repeat(byte.MaxValue, 28 * 28).ToArray())];

        Assert.All([.. extremes, .. Committed.HeldOut.Take(100).Select(sample => sample.Image)], image =>
        {
            var reading = Committed.Model.Read(image);

            Assert.Equal(10, reading.Scores.Count);
            Assert.All(reading.Scores, score => Assert.InRange(score, 0, 1));
            Assert.Equal(1, reading.Scores.Sum(), 1e-5);
            Assert.Equal(reading.Scores.Max(), reading.Confidence);
            Assert.Equal(reading.Scores[reading.Digit], reading.Confidence);
        });
    }

    [Fact]
    public void Many_threads_can_share_it()
    {
        var images = Committed.HeldOut.Take(500).Select(sample => sample.Image).ToList();
        var alone = images.Select(image => Committed.Model.Read(image).Scores);

        var together = images.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(image => Committed.Model.Read(image).Scores);

        Assert.Equal(alone, together);
    }

    [Fact]
    public void More_threads_for_one_image_change_nothing()
    {
        using var model = DigitModel.Load(Committed.Folder, threads: 2);

        Assert.Equal(TrainingCommand.Accuracy(Committed.Model, Committed.HeldOut), TrainingCommand.Accuracy(model, Committed.HeldOut));
    }

    [Fact]
    public void The_example_is_a_seven() =>
        Assert.Equal(7, Committed.Model.Read(DigitImage.FromPgm(Committed.Seven)).Digit);

    [Fact]
    public void A_reading_reads_well_as_json() =>
        Assert.Equal(
            """{"digit":1,"confidence":0.75,"scores":[0.25,0.75]}""",
            JsonSerializer.Serialize(new DigitReading(1, 0.75f, [0.25f, 0.75f]), JsonSerializerOptions.Web));
}
