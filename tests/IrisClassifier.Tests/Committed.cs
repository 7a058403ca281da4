using Iris.Training;

namespace Iris.Tests;

/// <summary>The weights and the data that are in the repository.</summary>
internal static class Committed
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "committed");
    public static string ModelFile { get; } = Path.Combine(Folder, IrisModel.FileName);
    public static string CsvFile { get; } = Path.Combine(Folder, "iris.csv");

    public static IrisModel Model { get; } = IrisModel.Load(Folder);
    public static IReadOnlyList<IrisSample> Samples { get; } = IrisCsv.Read(CsvFile);
}
