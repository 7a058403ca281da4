using System.Globalization;
using Iris.Training;

namespace Iris.Tests;

public sealed class TrainingCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter error = new(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        error.Dispose();
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")] // writes 0,5 for a half
    public void Trains_and_says_how_well_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(0, Run(Committed.CsvFile, folder.Path));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(File.ReadAllText(Committed.ModelFile), File.ReadAllText(folder.File(IrisModel.FileName)));
        Assert.Contains("trained on 150 flowers", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("accuracy on these flowers:       0.9", output.ToString(), StringComparison.Ordinal);
        Assert.Empty(error.ToString());
    }

    [Theory]
    [InlineData(
        "5.1,3.5,1.4,setosa",
        "expected 5 values (sepal_length,sepal_width,petal_length,petal_width,species), but found 4 in '5.1,3.5,1.4,setosa'")]
    [InlineData("", "expected 5 values (sepal_length,sepal_width,petal_length,petal_width,species), but found 1 in ''")]
    [InlineData("5.1,wide,1.4,0.2,setosa", "expected sepal_width as centimetres such as 5.1, above 0 and at most 100, but found 'wide'")]
    [InlineData("5.1,3.5,NaN,0.2,setosa", "expected petal_length as centimetres such as 5.1, above 0 and at most 100, but found 'NaN'")]
    [InlineData("-5.1,3.5,1.4,0.2,setosa", "expected sepal_length as centimetres such as 5.1, above 0 and at most 100, but found '-5.1'")]
    [InlineData("5.1,3.5,1.4,0,setosa", "expected petal_width as centimetres such as 5.1, above 0 and at most 100, but found '0'")]
    [InlineData("5.1,3.5,1.4,0.2,tulip", "expected one of the species setosa, versicolor, virginica, but found 'tulip'")]
    public void A_bad_row_says_where_it_is_and_what_belongs_there(string row, string problem)
    {
        var csv = folder.File("bad.csv");
        File.WriteAllLines(csv, [.. File.ReadLines(Committed.CsvFile).Take(3), row]);

        Assert.Equal(1, Run(csv, folder.Path));

        Assert.Equal($"{csv}(4): {problem}.", error.ToString().TrimEnd());
        Assert.False(File.Exists(folder.File(IrisModel.FileName)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5.1,3.5,1.4,0.2,setosa")]
    public void A_file_without_the_header_says_which_header(string text)
    {
        var csv = folder.File("bad.csv");
        File.WriteAllText(csv, text);

        Assert.Equal(1, Run(csv, folder.Path));

        Assert.Equal(
            $"{csv}(1): expected the header 'sepal_length,sepal_width,petal_length,petal_width,species', but found '{text}'.",
            error.ToString().TrimEnd());
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var csv = folder.File("none.csv");

        Assert.Equal(1, Run(csv, folder.Path));

        Assert.StartsWith($"{csv}: there is no such file.", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "b", "c")]
    [InlineData("--help")]
    public void Other_arguments_get_the_usage(params string[] args)
    {
        Assert.Equal(2, Run(args));

        Assert.Equal("usage: IrisClassifier.Training [<csv> [<output folder>]]", error.ToString().TrimEnd());
    }

    private int Run(params string[] args) => TrainingCommand.Run(args, output, error);
}
