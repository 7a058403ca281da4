using System.Text.Json;
using Iris.Training;

namespace Iris.Tests;

public class IrisModelTests
{
    [Fact]
    public void The_committed_model_knows_the_150_flowers()
    {
        Assert.Equal(150, Committed.Samples.Count);
        Assert.InRange(IrisTrainer.Accuracy(Committed.Model, Committed.Samples), 0.95, 1);
    }

    [Theory]
    [InlineData(5.1, 3.5, 1.4, 0.2, "setosa")]
    [InlineData(7.0, 3.2, 4.7, 1.4, "versicolor")]
    [InlineData(6.3, 3.3, 6.0, 2.5, "virginica")]
    public void The_first_flower_of_each_species_is_recognised(
        double sepalLength,
        double sepalWidth,
        double petalLength,
        double petalWidth,
        string species)
    {
        var result = Committed.Model.Predict(Flower(sepalLength, sepalWidth, petalLength, petalWidth));

        Assert.Equal(species, result.Species);
        Assert.InRange(result.Confidence, 0.8, 1);
    }

    [Fact]
    public void All_species_are_predicted()
    {
        var predicted = Committed.Samples.Select(sample => Committed.Model.Predict(sample.Measurement).Species).Distinct();

        Assert.Equal(["setosa", "versicolor", "virginica"], predicted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_probabilities_are_a_distribution_whose_peak_is_the_species()
    {
        // The corners of what may be measured are where an exponential would overflow.
        double[] ends = [0, 100];
        var corners = from a in ends from b in ends from c in ends from d in ends select Flower(a, b, c, d);

        Assert.All(Committed.Samples.Select(sample => sample.Measurement).Concat(corners), measurement =>
        {
            var result = Committed.Model.Predict(measurement);

            Assert.Equal(["setosa", "versicolor", "virginica"], result.Probabilities.Keys);
            Assert.All(result.Probabilities.Values, probability => Assert.InRange(probability, 0, 1));
            Assert.Equal(1, result.Probabilities.Values.Sum(), 1e-12);
            Assert.Equal(result.Probabilities.Values.Max(), result.Confidence);
            Assert.Equal(result.Probabilities[result.Species], result.Confidence);
        });
    }

    [Theory]
    [InlineData(nameof(IrisMeasurement.SepalLength))]
    [InlineData(nameof(IrisMeasurement.SepalWidth))]
    [InlineData(nameof(IrisMeasurement.PetalLength))]
    [InlineData(nameof(IrisMeasurement.PetalWidth))]
    public void What_is_no_length_is_refused_by_the_name_of_its_property(string property)
    {
        foreach (var bad in (double[])[-0.1, 100.1, double.NaN, double.PositiveInfinity, double.NegativeInfinity])
        {
            double Value(string name) => name == property ? bad : 1;
            var measurement = Flower(
                Value(nameof(IrisMeasurement.SepalLength)), Value(nameof(IrisMeasurement.SepalWidth)),
                Value(nameof(IrisMeasurement.PetalLength)), Value(nameof(IrisMeasurement.PetalWidth)));

            var e = Assert.Throws<ArgumentOutOfRangeException>(() => Committed.Model.Predict(measurement));

            Assert.Equal(property, e.ParamName);
            Assert.StartsWith(
                FormattableString.Invariant($"{property} is {bad}, but must be a length in centimetres"),
                e.Message,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_result_reads_well_as_json()
    {
        var result = new IrisSpecies("setosa", 0.75, new OrderedDictionary<string, double> { ["setosa"] = 0.75, ["virginica"] = 0.25 });

        Assert.Equal(
            """{"species":"setosa","confidence":0.75,"probabilities":{"setosa":0.75,"virginica":0.25}}""",
            JsonSerializer.Serialize(result, JsonSerializerOptions.Web));
    }

    [Fact]
    public void A_measurement_without_a_number_is_not_read()
    {
        const string json = """{"sepalLength":5.1,"sepalWidth":3.5,"petalLength":1.4}""";

        var e = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<IrisMeasurement>(json, JsonSerializerOptions.Web));

        Assert.Contains("petalWidth", e.Message, StringComparison.Ordinal);
    }

    private static IrisMeasurement Flower(double sepalLength, double sepalWidth, double petalLength, double petalWidth) =>
        new() { SepalLength = sepalLength, SepalWidth = sepalWidth, PetalLength = petalLength, PetalWidth = petalWidth };
}
