namespace EasGen.Core.Rules;

/// <summary>
/// Rules about the way from the assembly to the files, which only the build task can judge. It reports them itself; here is
/// what the rule book says of them.
/// </summary>
internal static class BuildRules
{
    public static readonly Rule EAS0011_AssemblyCanBeRead = Rule.Error("EAS0011", "Assembly cannot be read");

    public static readonly Rule EAS0012_ManifestCanBeWritten = Rule.Error("EAS0012", "Service JSON cannot be written");

    public static readonly Rule EAS0013_VariableHasForm = Rule.Error("EAS0013", "Value for a placeholder is not of the form NAME=value");

    public static readonly Rule EAS0014_NameIsFileName = Rule.Error("EAS0014", "Service name cannot be the name of a file");

    public static readonly Rule EAS0020_SecretIsFilledLater = Rule.Warning("EAS0020", "Build fills a secret into the artifact");

    /// <summary>Judged by the targets, because the task itself may be the part of another version.</summary>
    public static readonly Rule EAS0021_PackagesHaveOneVersion = Rule.Error("EAS0021", "Packages have different versions");

    public static readonly Rule EAS0022_EnvironmentFileFits = Rule.Error("EAS0022", "Environment file does not fit the project");

    public static readonly Rule EAS0023_EnvironmentIsFolder = Rule.Error("EAS0023", "Environment cannot be the name of a folder");

    public static readonly Rule EAS0024_VariableIsUsed = Rule.Warning("EAS0024", "Value for a placeholder that no service has");

    public static readonly Rule EAS0025_VariableIsGiven = Rule.Error("EAS0025", "Placeholder has no value");

    public static readonly Rule EAS0026_ManifestIsCurrent = Rule.Warning("EAS0026", "Service JSON is that of an earlier build");

    public static readonly Rule EAS0027_BaselineIsAccepted = Rule.Error("EAS0027", "Service JSON differs from its baseline");

    public static readonly Rule EAS0028_ImageIsKnown = Rule.Warning("EAS0028", "Image is left to the SDK, which knows no registry for it");

    /// <summary>Judged by the targets, as only the SDK knows what it publishes.</summary>
    public static readonly Rule EAS0029_ImageIsPublished = Rule.Error("EAS0029", "Published image is not that of the service JSON");

    public static readonly Rule[] All =
    [
        EAS0011_AssemblyCanBeRead, EAS0012_ManifestCanBeWritten, EAS0013_VariableHasForm, EAS0014_NameIsFileName,
        EAS0020_SecretIsFilledLater, EAS0021_PackagesHaveOneVersion, EAS0022_EnvironmentFileFits, EAS0023_EnvironmentIsFolder,
        EAS0024_VariableIsUsed, EAS0025_VariableIsGiven, EAS0026_ManifestIsCurrent, EAS0027_BaselineIsAccepted,
        EAS0028_ImageIsKnown, EAS0029_ImageIsPublished,
    ];
}
