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

    private const string Way = "accept the change with -p:EasGenAcceptBaseline=true";

    private const string NotOwn = "EasGenBaseline is the folder of the project; name one for the baseline alone, such as eas-baseline";

    /// <summary>Reports each service JSON that is not what the baseline has; false if there is one.</summary>
    public bool Check(IReadOnlyList<Manifest> manifests) => Try("read", () =>
    {
        if (IsProject)
            return Refuse(folder, NotOwn);
        var isAccepted = true;
        foreach (var manifest in manifests)
        {
            if (Difference(manifest) is { } difference)
                isAccepted = Refuse(File(manifest), difference);
        }
        foreach (var left in Left(manifests))
            isAccepted = Refuse(left, $"'{project.Short(left)}' is of a service that the project does not have any more; {Way}");
        return isAccepted;
    });

    /// <summary>Makes the baseline what the build makes; false if it cannot be written.</summary>
    public bool Accept(IReadOnlyList<Manifest> manifests) => Try("written", () =>
    {
        if (IsProject)
            return Refuse(folder, NotOwn);
        foreach (var left in Left(manifests).ToArray())
            System.IO.File.Delete(left);
        foreach (var manifest in manifests)
            AtomicFile.Write(File(manifest), Encoding.UTF8.GetBytes(manifest.Lasting));
        foreach (var place in Folders())
            AtomicFile.RemoveStrays(place);
        return true;
    });

    private bool IsProject =>
        folder.TrimEnd(Path.DirectorySeparatorChar) == project.Folder.TrimEnd(Path.DirectorySeparatorChar);

    private bool Refuse(string file, string message)
    {
        log.Report(BuildRules.EAS0027_BaselineIsAccepted, message, file);
        return false;
    }

    private bool Try(string done, Func<bool> act)
    {
        try
        {
            return act();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            log.Report(
                BuildRules.EAS0012_ManifestCanBeWritten,
                $"The baseline '{project.Short(folder)}' cannot be {done}: {problem.Message}");
            return false;
        }
    }

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
        var changes = ServiceComparison.Compare(committed, after.Document!, before.Concealment, after.Concealment);
        return changes.Count == 0 ? null : $"'{project.Short(file)}' differs; {Way}: {Describe(changes, before, after)}";
    }

    private static string Describe(IReadOnlyList<SettingChange> changes, ReadService before, ReadService after)
    {
        var hide = ServiceComparison.Hiding(before.Concealment, after.Concealment);
        var shown = string.Join("; ", changes.Take(MostChanges).Select(change => change.Describe(hide)));
        return changes.Count <= MostChanges ? shown : FormattableString.Invariant($"{shown}; and {changes.Count - MostChanges} more");
    }

    // Only what looks like ours: a service JSON under its name, in the folder itself or in that of an environment.
    private IEnumerable<string> Left(IReadOnlyList<Manifest> manifests) => Folders()
        .SelectMany(static path => Directory.EnumerateFiles(path, "*.json"))
        .Select(Path.GetFullPath)
        .Except(manifests.Select(File), StringComparer.Ordinal)
        .Where(static path => JsonFile.Read(System.IO.File.ReadAllBytes(path)).Root?.Find("metadata")?.Find("name") is { } name
            && name.Text == Path.GetFileNameWithoutExtension(path))
        .OrderBy(static path => path, StringComparer.Ordinal);

    // A link may lead anywhere, to files of somebody else.
    private IEnumerable<string> Folders() => !Directory.Exists(folder) ? [] : Directory
        .EnumerateDirectories(folder)
        .Where(static path => (System.IO.File.GetAttributes(path) & FileAttributes.ReparsePoint) == 0)
        .Prepend(folder);

    private string File(Manifest manifest) => Path.GetFullPath(Path.Combine(folder, manifest.LastingFileName));
}
