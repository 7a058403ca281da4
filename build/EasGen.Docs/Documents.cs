namespace EasGen.Docs;

/// <summary>A file that follows from the code.</summary>
/// <param name="Path">Where it is, from the root of the repository.</param>
/// <param name="Write">Its text; takes the root of the repository.</param>
internal sealed record Document(string Path, Func<string, string> Write);

/// <summary>All files that this program writes; the tests compare them with what is there.</summary>
internal static class Documents
{
    public static readonly Document[] All =
    [
        new("docs/reference.md", static _ => ReferencePage.Write()),
        new("docs/eas-service.schema.json", static _ => SchemaFile.Write()),
        new("docs/eas-environment.schema.json", static _ => EnvironmentSchema.Write()),
        new("docs/easgen.schema.json", static _ => SettingsSchema.Write()),
        new("docs/rules/README.md", RuleIndex.Write),
        new("src/EasGen.Compiler/AnalyzerReleases.Unshipped.md", static _ => ReleaseTable.Write()),
    ];
}
