using EasGen.Core;
using EasGen.Core.Features;
using EasGen.Core.Reading;

namespace EasGen.Build;

/// <summary>Values without a placeholder, and placeholders without a value.</summary>
internal static class VariableCheck
{
    /// <summary>Warns of values that nothing takes.</summary>
    public static void ReportUnused(Variables variables, IReadOnlyList<Manifest> manifests, RuleLog log)
    {
        // A project without services may get the values of all projects of a solution.
        if (manifests.Count == 0)
            return;
        var everywhere = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in manifests.GroupBy(static manifest => manifest.Environment))
        {
            var here = new HashSet<string>(group.SelectMany(static manifest => Placeholder.NamesIn(manifest.Open)), StringComparer.Ordinal);
            everywhere.UnionWith(here);
            if (group.Key is not { } environment)
                continue;
            foreach (var variable in environment.Variables.Where(variable => !here.Contains(variable.Key)))
                log.Report(
                    BuildRules.EAS0024_VariableIsUsed,
                    Unused(EnvironmentDocument.VariablesKey, variable.Key, here),
                    environment.Path,
                    environment.Place($"/{EnvironmentDocument.VariablesKey}/{JsonPointer.Escape(variable.Key)}"));
        }
        foreach (var name in variables.Names.Where(name => !everywhere.Contains(name)))
            log.Report(BuildRules.EAS0024_VariableIsUsed, Unused("EasGenVariables", name, everywhere));
    }

    /// <summary>
    /// Reports the placeholders that are left: all of them, or that of the image alone, which the build is expected to know. Where
    /// environments bring their values, the service as the class says it is deployed nowhere and may keep them.
    /// </summary>
    public static void ReportOpen(IReadOnlyList<Manifest> manifests, bool require, RuleLog log)
    {
        var hasEnvironments = manifests.Any(static manifest => manifest.Environment is not null);
        foreach (var manifest in manifests.Where(manifest => !hasEnvironments || manifest.Environment is not null))
        {
            foreach (var name in Placeholder.NamesIn(manifest.Json).Distinct().Where(name => require || name == Container.SdkImage))
                log.Report(
                    require ? BuildRules.EAS0025_VariableIsGiven : BuildRules.EAS0028_ImageIsKnown,
                    $"Service '{manifest.Declared.ServiceName}'{manifest.In} needs {What(name)}; {Way(name, manifest.Environment)}",
                    manifest.Environment?.Path,
                    manifest.Environment?.PlaceOf(name));
        }
    }

    private static string Unused(string giver, string name, HashSet<string> known) =>
        $"{giver} gives a value for {name}, but no service has ${{{name}}}; "
        + (EditDistance.Nearest(name, known) is { } meant
            ? $"did you mean {meant}?"
            : "remove it, or write the placeholder where it belongs");

    private static string What(string name) => name == Container.SdkImage
        ? "the image that the SDK makes of the project, whose registry is not known"
        : $"a value for {Placeholder.Of(name)}";

    private static string Way(string name, EnvironmentFile? environment) =>
        (name == Container.SdkImage ? "set ContainerRegistry in a project that is a program, name the image in [Container], or " : "")
        + $"give EasGenVariables {name}=…"
        + (environment is null ? "" : $", or the environment \"{EnvironmentDocument.VariablesKey}\": {{ \"{name}\": \"…\" }}");
}
