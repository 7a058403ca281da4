using EasGen.Cli.Import;
using EasGen.Core.Files;
using EasGen.Testing;

namespace EasGen.Cli.Tests.Import;

/// <summary>Files as the engine imports them, without a command around it.</summary>
internal static class Imports
{
    public static ImportedService Of(string json, string file = "service.json", string? space = null, string? language = null) =>
        new ImportSession(space, language is null ? CSharpVersion.Usual : CSharpVersion.Parse(language)!.Value)
            .Import(ServiceReader.Read(json), file);

    /// <summary>The service JSON that the class of the import builds to.</summary>
    public static string Artifact(ImportedService imported) => Artifact(imported, Built.Of(imported.Code));

    /// <inheritdoc cref="Artifact(ImportedService)"/>
    public static string Artifact(ImportedService imported, Built built)
    {
        Assert.True(built.Complaints.Count == 0, string.Join("\n", built.Complaints) + "\n" + imported.Code);
        return Assert.Single(built.Artifacts).Value;
    }

    /// <summary>A service with every setting at once.</summary>
    public static string Everything() => ServiceFiles.Read("tests/data/misconfigs/everything.json");
}
