using Iris.Training;

namespace Iris.Tests;

public class IrisTrainerTests
{
    [Fact]
    public void Training_makes_the_committed_model()
    {
        using var folder = new TemporaryFolder();

        IrisTrainer.Train(Committed.Samples).Save(folder.Path);

        Assert.Equal(File.ReadAllText(Committed.ModelFile), File.ReadAllText(folder.File(IrisModel.FileName)));
    }

    [Fact]
    public void The_order_of_the_flowers_does_not_matter()
    {
        using var folder = new TemporaryFolder();

        IrisTrainer.Train([.. Committed.Samples.Reverse()]).Save(folder.Path);

        Assert.Equal(File.ReadAllText(Committed.ModelFile), File.ReadAllText(folder.File(IrisModel.FileName)));
    }

    [Fact]
    public void Flowers_that_were_held_out_are_recognised() =>
        Assert.InRange(IrisTrainer.CrossValidate(Committed.Samples), 0.95, 1);

    // A cross-validation that lets the model see what it holds out would give 0.9733 on these flowers, and not 0.96.
    [Fact]
    public void Held_out_means_that_the_model_has_not_seen_the_flower()
    {
        var right = 0;
        foreach (var fold in Enumerable.Range(0, IrisTrainer.Folds))
        {
            var model = IrisTrainer.Train([.. Committed.Samples.Where((_, i) => i % IrisTrainer.Folds != fold)]);
            right += Committed.Samples.Where((sample, i) =>
                i % IrisTrainer.Folds == fold && model.Predict(sample.Measurement).Species == sample.Species).Count();
        }

        Assert.Equal(right / 150.0, IrisTrainer.CrossValidate(Committed.Samples), 1e-12);
        Assert.NotEqual(right / 150.0, IrisTrainer.Accuracy(Committed.Model, Committed.Samples), 1e-12);
    }

    [Fact]
    public void A_species_without_flowers_is_named()
    {
        var samples = Committed.Samples.Where(sample => sample.Species != "virginica").ToList();

        var e = Assert.Throws<InvalidDataException>(() => IrisTrainer.Train(samples));

        Assert.Equal("There is no flower of the species virginica to learn from.", e.Message);
    }

    [Fact]
    public void A_measurement_that_is_always_the_same_is_named()
    {
        var samples = Committed.Samples.Select(sample => sample with { Measurement = sample.Measurement with { SepalWidth = 3 } }).ToList();

        var e = Assert.Throws<InvalidDataException>(() => IrisTrainer.Train(samples));

        Assert.Equal("All flowers have the same SepalWidth, so that there is nothing to learn from it.", e.Message);
    }
}
