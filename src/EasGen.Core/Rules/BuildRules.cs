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

    public static readonly Rule[] All =
    [
        EAS0011_AssemblyCanBeRead, EAS0012_ManifestCanBeWritten, EAS0013_VariableHasForm, EAS0014_NameIsFileName,
        EAS0020_SecretIsFilledLater, EAS0021_PackagesHaveOneVersion,
    ];
}
