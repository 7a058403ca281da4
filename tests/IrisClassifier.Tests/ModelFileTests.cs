namespace Iris.Tests;

public sealed class ModelFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_missing_file_is_named()
    {
        var e = Assert.Throws<FileNotFoundException>(() => IrisModel.Load(folder.Path));

        Assert.StartsWith($"{folder.File(IrisModel.FileName)}: there is no such file.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Saving_and_loading_change_nothing()
    {
        Committed.Model.Save(folder.Path);

        Assert.Equal(File.ReadAllBytes(Committed.ModelFile), File.ReadAllBytes(folder.File(IrisModel.FileName)));
    }

    // Each case spoils one place of a good model.
    [Theory]
    [InlineData("\"mean\": 3", "\"maen\": 3", "missing required properties including: 'mean'")]
    [InlineData(
        "\"SepalWidth\"",
        "\"SepalDepth\"",
        "the features are [SepalLength, SepalDepth, PetalLength, PetalWidth], but must be [SepalLength, SepalWidth,")]
    [InlineData("\"mean\": 3", "\"mean\": \"NaN\"", "the mean of SepalWidth must be a finite number")]
    [InlineData("\"mean\": 3", "\"mean\": NaN", "$.features[1].mean")]
    [InlineData("\"mean\": 3", "\"mean\": \"three\"", "$.features[1].mean")]
    [InlineData("\"deviation\": 0.4", "\"deviation\": 0", "the deviation of SepalWidth must be a finite number above 0")]
    [InlineData("\"deviation\": 0.4", "\"deviation\": 1e999", "the deviation of SepalWidth must be a finite number above 0")]
    [InlineData("[1, 2, 3, 4]", "[1, 2, 3]", "the species setosa has 3 weights, but must have one for each of the 4 features")]
    [InlineData("[1, 2, 3, 4]", "[1, 2, 3, \"Infinity\"]", "the weights of the species setosa must be finite numbers")]
    [InlineData("[1, 2, 3, 4]", "null", "$.species[0].weights")]
    [InlineData("\"intercept\": 0.5", "\"intercept\": \"NaN\"", "the weights of the species setosa must be finite numbers")]
    [InlineData("\"virginica\"", "\"setosa\"", "the species setosa is there more than once")]
    [InlineData("\"virginica\"", "\" \"", "a species has no name")]
    [InlineData("\"species\": [", "\"species\": [null,", "a species has no name")]
    [InlineData("\"species\": [", "\"species\": [], \"rest\": [", "a classifier needs at least two species, and there is 0")]
    [InlineData("\"features\": [", "\"features\": [], \"rest\": [", "the features are []")]
    [InlineData("\"species\"", "\"kinds\"", "species")]
    public void A_bad_model_says_which_file_and_what_is_wrong(string good, string bad, string problem)
    {
        var text = Good.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(Good, text);

        Assert.Contains(problem, ErrorFor(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "does not contain any JSON")]
    [InlineData("null", "the model is null")]
    [InlineData("[]", "could not be converted")]
    [InlineData("{", "$")]
    public void What_is_no_model_at_all_says_so(string text, string problem) =>
        Assert.Contains(problem, ErrorFor(text), StringComparison.Ordinal);

    [Fact]
    public void The_good_model_of_these_tests_is_good()
    {
        File.WriteAllText(folder.File(IrisModel.FileName), Good);

        var zero = new IrisMeasurement { SepalLength = 5, SepalWidth = 3, PetalLength = 4, PetalWidth = 1 };

        // All features standardise to 0 there, so that only the intercepts 0.5 and 0 speak: 1 / (1 + e^-0.5).
        Assert.Equal(0.6224593312018546, IrisModel.Load(folder.Path).Predict(zero).Probabilities["setosa"], 1e-15);
    }

    private string ErrorFor(string text)
    {
        var path = folder.File(IrisModel.FileName);
        File.WriteAllText(path, text);

        var message = Assert.Throws<InvalidDataException>(() => IrisModel.Load(folder.Path)).Message;
        Assert.StartsWith($"{path}: ", message, StringComparison.Ordinal);
        return message;
    }

    private const string Good = """
        {
          "features": [
            { "name": "SepalLength", "mean": 5, "deviation": 0.8 },
            { "name": "SepalWidth", "mean": 3, "deviation": 0.4 },
            { "name": "PetalLength", "mean": 4, "deviation": 1.7 },
            { "name": "PetalWidth", "mean": 1, "deviation": 0.7 }
          ],
          "species": [
            { "name": "setosa", "intercept": 0.5, "weights": [1, 2, 3, 4] },
            { "name": "virginica", "intercept": 0, "weights": [4, 3, 2, 1] }
          ]
        }
        """;
}
