namespace Digits.Training;

/// <summary>The command line: draws the images, trains, writes the model and says how good it is.</summary>
public static class TrainingCommand
{
    public const string Example = "seven.pgm";

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        if (args.Length > 1 || args.Any(arg => arg.StartsWith('-')))
        {
            error.WriteLine("usage: DigitReader.Training [<output folder>]");
            return 2;
        }

        // The default is right in the root of the repository.
        var folder = args.ElementAtOrDefault(0) ?? Path.Combine("samples", "DigitReader", "model");
        if (!Directory.Exists(folder))
        {
            error.WriteLine($"{folder}: there is no such folder. Run in the root of the repository, or say which folder: <output folder>");
            return 1;
        }

        try
        {
            var (learned, held) = (DigitData.ToLearn(), DigitData.HeldOut());
            DigitTrainer.Train(learned).Save(folder);
            File.WriteAllBytes(Path.Combine(folder, Example), held.First(sample => sample.Digit == 7).Image.ToPgm());

            // The file is judged, and not the network in memory.
            using var model = DigitModel.Load(folder);
            output.WriteLine($"{Path.Combine(folder, DigitModel.FileName)}: trained on {learned.Count} images");
            output.WriteLine(FormattableString.Invariant($"accuracy on these images:        {Accuracy(model, learned):0.0000}"));
            output.WriteLine(FormattableString.Invariant(
                $"accuracy on images held out:     {Accuracy(model, held):0.0000} ({held.Count} images)"));
            return 0;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            error.WriteLine(e.Message);
            return 1;
        }
    }

    public static double Accuracy(DigitModel model, IReadOnlyCollection<DigitSample> samples) =>
        samples.Average(sample => model.Read(sample.Image).Digit == sample.Digit ? 1.0 : 0.0);
}
