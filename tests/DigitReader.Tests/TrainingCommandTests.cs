using System.Globalization;
using Digits.Training;

namespace Digits.Tests;

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

    [Fact]
    public void Training_makes_the_committed_files()
    {
        Assert.Equal(0, Run(folder.Path));

        Assert.Equal(File.ReadAllBytes(Committed.ModelFile), File.ReadAllBytes(folder.File(DigitModel.FileName)));
        Assert.Equal(Committed.Seven, File.ReadAllBytes(folder.File(TrainingCommand.Example)));
        Assert.Contains("trained on 20000 images", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("accuracy on images held out:     0.98", output.ToString(), StringComparison.Ordinal);
        Assert.Empty(error.ToString());
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var missing = folder.File("none");

        Assert.Equal(1, Run(missing));

        Assert.StartsWith($"{missing}: there is no such folder.", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("--help")]
    public void Other_arguments_get_the_usage(params string[] args)
    {
        Assert.Equal(2, Run(args));

        Assert.Equal("usage: DigitReader.Training [<output folder>]", error.ToString().TrimEnd());
    }

    private int Run(params string[] args) => TrainingCommand.Run(args, output, error);
}
