using EasGen.Cli.Import;
using EasGen.Core;
using EasGen.Testing;

namespace EasGen.Cli.Tests.Import;

/// <summary>Files as the engine imports them, without a command around it.</summary>
internal static class Imports
{
    public static ImportedService Of(string json, string file = "service.json", string? space = null) => new ImportSession(space).Import(ServiceReader.Read(json), file);

    /// <summary>The service JSON that the class of the import builds to.</summary>
    public static string Artifact(ImportedService imported)
    {
        var built = Built.Of(imported.Code);
        Assert.True(built.Complaints.Count == 0, string.Join("\n", built.Complaints) + "\n" + imported.Code);
        return Assert.Single(built.Artifacts).Value;
    }

    /// <summary>The service JSON in a folder of <c>shared</c>, beside the repository.</summary>
    public static TheoryData<string> Files(string folder) =>
        [.. Directory.GetFiles(Path.Combine(Repository.Shared, folder), "*.json").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public static string Read(string folder, string file) => File.ReadAllText(Path.Combine(Repository.Shared, folder, file));
}
