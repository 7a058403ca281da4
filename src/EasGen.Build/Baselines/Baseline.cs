using System.Text;
using EasGen.Core.Comparing;
using EasGen.Core.Files;
using EasGen.Core.Reading;

namespace EasGen.Build;

/// <summary>
/// The service JSONs that a team has committed, which a build may change only when it is told to. They have the values of their
/// environment but not those of the build, which may be other ones each time.
/// </summary>
internal sealed class Baseline(string folder, ProjectPaths project, RuleLog log)
{
    // A long list helps no one; the files have the rest.
    private const int MostChanges = 20;

    /// <summary>Reports each service JSON that is not what the baseline has.</summary>
    public void Check(IReadOnlyList<Manifest> manifests)
    {
        foreach (var manifest in manifests)
        {
            if (Difference(manifest) is { } difference)
                log.Report(BuildRules.EAS0027_BaselineIsAccepted, difference, File(manifest));
        }
        foreach (var left in Left(manifests))
            log.Report(
                BuildRules.EAS0027_BaselineIsAccepted,
                $"'{project.Short(left)}' is of a service that the project does not have any more; {Way}",
                left);
    }

    /// <summary>Makes the baseline what the build makes; false if it cannot be written.</summary>
    public bool Accept(IReadOnlyList<Manifest> manifests)
    {
        try
        {
            foreach (var left in Left(manifests).ToArray())
                System.IO.File.Delete(left);
            foreach (var manifest in manifests)
                AtomicFile.Write(File(manifest), Encoding.UTF8.GetBytes(manifest.Lasting));
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            log.Report(
                BuildRules.EAS0012_ManifestCanBeWritten,
                $"The baseline '{project.Short(folder)}' cannot be written: {problem.Message}");
            return false;
        }
    }

    private const string Way = "accept the change with -p:EasGenAcceptBaseline=true";

    private string? Difference(Manifest manifest)
    {
        var file = File(manifest);
        if (!System.IO.File.Exists(file))
            return $"The baseline has no '{project.Short(file)}'; {Way}";
        var bytes = System.IO.File.ReadAllBytes(file);
        if (Encoding.UTF8.GetString(bytes) == manifest.Lasting)
            return null;
        var (before, after) = (ServiceReader.Read(bytes), ServiceReader.Read(manifest.Lasting));
        if (before.Document is not { } committed)
            return $"'{project.Short(file)}' is not JSON; correct it, or {Way}";
        var changes = ServiceComparison.Compare(committed, after.Document!);
        return changes.Count == 0 ? null : $"'{project.Short(file)}' differs; {Way}: {Describe(changes, before, after)}";
    }

    private static string Describe(IReadOnlyList<SettingChange> changes, ReadService before, ReadService after)
    {
        var hide = ServiceComparison.Hiding(before.Concealment, after.Concealment);
        var shown = string.Join("; ", changes.Take(MostChanges).Select(change => change.Describe(hide)));
        return changes.Count <= MostChanges ? shown : FormattableString.Invariant($"{shown}; and {changes.Count - MostChanges} more");
    }

    private IEnumerable<string> Left(IReadOnlyList<Manifest> manifests) => !Directory.Exists(folder) ? [] : Directory
        .EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
        .Except(manifests.Select(File), StringComparer.Ordinal)
        .OrderBy(static path => path, StringComparer.Ordinal);

    private string File(Manifest manifest) => Path.GetFullPath(Path.Combine(folder, manifest.FileName));
}
