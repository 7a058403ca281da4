using EasGen.Core.Catalog;
using EasGen.Core.Features;
using EasGen.Core.Files;

namespace EasGen.Build;

/// <summary>
/// The certain gate: what is certainly wrong with the services of a project, each alone and all together. Warnings are left
/// to the analyzers, where the user may have answered them already, but for those about what only the build sees: the values that
/// it fills in, and what the files of environments change.
/// </summary>
internal static class ManifestCheck
{
    public static void Run(IReadOnlyList<Manifest> manifests, AttributeSearch attributes, RuleLog log)
    {
        var plain = manifests.Where(static manifest => manifest.Environment is null).ToDictionary(static manifest => manifest.Declared);
        foreach (var manifest in manifests)
        {
            if (manifest.Environment is { } environment)
                CheckPatched(manifest, environment, plain[manifest.Declared], log);
            else
                Check(manifest, attributes, log);
        }

        // Some file systems do not tell upper case from lower case.
        foreach (var duplicates in manifests.GroupBy(static manifest => manifest.FileName, StringComparer.OrdinalIgnoreCase)
            .Where(static group => group.Select(static manifest => manifest.Declared).Distinct().Count() > 1))
        {
            log.Report(
                CompilerRules.EAS1002_ServiceNamesAreUnique,
                $"{string.Join(" and ", duplicates.Select(static duplicate => duplicate.Declared.Constant))} are both the service "
                + $"'{duplicates.First().ServiceName}'{duplicates.First().In}, and one file cannot hold both; give each its own name",
                duplicates.First().Environment?.Path);
        }
    }

    private static void Check(Manifest manifest, AttributeSearch attributes, RuleLog log)
    {
        foreach (var finding in manifest.Findings.Where(static finding => IsOurs(finding.Rule)))
            log.Report(
                finding.Rule,
                $"Service '{manifest.ServiceName}'{Place(finding)}: {finding.Message}",
                attributes.Find(manifest.Declared, finding.Pointer));
        if (manifest.ServiceName.Length > 0 && SafeFileName.Judge(manifest.ServiceName) is { } violation)
            log.Report(BuildRules.EAS0014_NameIsFileName, violation, attributes.Find(manifest.Declared, EasService.Name.At("")));
    }

    // What the class says already has been reported for it. A key that nobody knows is an error here: the class may have it, as a raw
    // setting, and a patch then changes it.
    private static void CheckPatched(Manifest manifest, EnvironmentFile environment, Manifest plain, RuleLog log)
    {
        var known = new HashSet<(Rule, string, string)>(plain.Findings.Select(Key));
        foreach (var finding in manifest.Findings.Where(finding => finding.Rule.Severity != Severity.Info && !known.Contains(Key(finding))))
            log.Report(
                finding.Rule,
                $"Service '{manifest.Declared.ServiceName}'{manifest.In}: {finding.Message.For(Audience.Json)}",
                environment.Path,
                environment.Place(manifest.Declared.ServiceName, finding.Pointer),
                finding.Rule == GeneralRules.EAS0004_KeyIsKnown ? Severity.Error : null);
        if (manifest.ServiceName != plain.ServiceName && SafeFileName.Judge(manifest.ServiceName) is { } violation)
            log.Report(
                BuildRules.EAS0014_NameIsFileName,
                violation,
                environment.Path,
                environment.Place(manifest.Declared.ServiceName, "/metadata/name"));
    }

    private static (Rule, string, string) Key(Finding finding) => (finding.Rule, finding.Pointer, finding.Message.ToString());

    private static bool IsOurs(Rule rule) => rule.Severity == Severity.Error || rule == BuildRules.EAS0020_SecretIsFilledLater;

    private static string Place(Finding finding) => finding.Pointer.Length == 0 ? "" : $" at {JsonPointer.Spoken(finding.Pointer)}";
}
