using Digits.Training;

namespace Digits.Tests;

/// <summary>The model that is in the repository, and images that its training has not seen.</summary>
internal static class Committed
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "committed");
    public static string ModelFile { get; } = Path.Combine(Folder, DigitModel.FileName);
    public static byte[] Seven { get; } = File.ReadAllBytes(Path.Combine(Folder, TrainingCommand.Example));

    public static DigitModel Model { get; } = DigitModel.Load(Folder);
    public static IReadOnlyList<DigitSample> HeldOut { get; } = DigitData.HeldOut();
}
