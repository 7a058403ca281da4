using EasGen.Core.Files;

namespace EasGen.Build;

/// <summary>
/// The certain gate: what is certainly wrong with the services of a project, each alone and all together. Warnings are left
/// to the analyzers, where the user may have answered them already, but for those about what the build fills in.
/// </summary>
internal static class ManifestCheck
{
    public static void Run(IReadOnlyList<Manifest> manifests, RuleLog log)
    {
        foreach (var manifest in manifests)
        {
            foreach (var finding in manifest.Findings.Where(static finding => IsOurs(finding.Rule)))
                log.Report(finding.Rule, $"Service '{manifest.ServiceName}'{Place(finding)}: {finding.Message}");
            if (manifest.ServiceName.Length > 0 && SafeFileName.Judge(manifest.ServiceName) is { } violation)
                log.Report(BuildRules.EAS0014_NameIsFileName, violation);
        }

        // Some file systems do not tell upper case from lower case.
        foreach (var duplicates in manifests.GroupBy(static manifest => manifest.FileName, StringComparer.OrdinalIgnoreCase)
            .Where(static group => group.Count() > 1))
        {
            log.Report(
                CompilerRules.EAS1002_ServiceNamesAreUnique,
                $"{string.Join(" and ", duplicates.Select(static duplicate => duplicate.Constant))} are both the service "
                + $"'{duplicates.First().ServiceName}', and one file cannot hold both; give each its own name");
        }
    }

    private static bool IsOurs(Rule rule) => rule.Severity == Severity.Error || rule == BuildRules.EAS0020_SecretIsFilledLater;

    private static string Place(Finding finding) => finding.Pointer.Length == 0 ? "" : $" at {JsonPointer.Spoken(finding.Pointer)}";
}
