namespace Iris.Training;

/// <summary>The command line: reads the CSV, says how good the model is, writes it.</summary>
public static class TrainingCommand
{
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        if (args.Length > 2 || args.Any(arg => arg.StartsWith('-')))
        {
            error.WriteLine("usage: IrisClassifier.Training [<csv> [<output folder>]]");
            return 2;
        }

        // The defaults are right in the root of the repository.
        var csv = args.ElementAtOrDefault(0) ?? Path.Combine("samples", "IrisClassifier.Training", "iris.csv");
        var folder = args.ElementAtOrDefault(1) ?? Path.Combine("samples", "IrisClassifier", "model");
        if (!File.Exists(csv))
        {
            error.WriteLine($"{csv}: there is no such file. Run in the root of the repository, or say which file: <csv> <output folder>");
            return 1;
        }

        try
        {
            var samples = IrisCsv.Read(csv);
            var model = IrisTrainer.Train(samples);
            var (seen, held) = (IrisTrainer.Accuracy(model, samples), IrisTrainer.CrossValidate(samples));
            model.Save(folder);

            output.WriteLine($"{Path.Combine(folder, IrisModel.FileName)}: trained on {samples.Count} flowers");
            output.WriteLine(FormattableString.Invariant($"accuracy on these flowers:       {seen:0.0000}"));
            output.WriteLine(FormattableString.Invariant($"accuracy on flowers held out:    {held:0.0000} ({IrisTrainer.Folds} folds)"));
            return 0;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            error.WriteLine(e.Message);
            return 1;
        }
    }
}
