using System.Security;
using EasGen.Core.Files;

namespace EasGen.Build;

/// <summary>
/// Makes the output folder hold the files of the services, all of them and no others of ours. What we wrote stands in a
/// list in the intermediate folder, one for each output folder; a file that is not in the list is the user's and stays. A second list
/// has the files with a secret, which are not published.
/// </summary>
internal sealed class ManifestFolder(string folder, string listFile, ProjectPaths project, RuleLog log)
{
    private readonly FileList written = new(listFile, folder, project);
    private readonly FileList secret = new($"{listFile}.secret", folder, project);

    /// <param name="files">The files that the folder shall hold.</param>
    /// <param name="notes">What the targets ask about the files later, in files beside the list, by what follows its name there.</param>
    public bool Update(IReadOnlyList<ManifestFile> files, Dictionary<string, IEnumerable<string>> notes)
    {
        var at = listFile;
        try
        {
            var known = written.Read();
            string[] paths = [.. files.Select(static file => file.Path)];
            string[] secrets = [.. files.Where(static file => file.Manifest.HasSecret).Select(static file => file.Path)];
            // First what may be there, so that a build that is killed half way leaves nothing that the next one does not know.
            written.Write(paths.Union(known, StringComparer.Ordinal));
            secret.Write(secrets.Union(secret.Read(), StringComparer.Ordinal));
            var stale = known.Except(paths, StringComparer.Ordinal).ToArray();
            // A file that is renamed in case only is the new one on some systems: its old name goes first.
            foreach (var renamed in stale.Intersect(paths, StringComparer.OrdinalIgnoreCase).Where(File.Exists))
                File.Delete(at = renamed);
            foreach (var file in files)
                AtomicFile.Write(at = file.Path, file.Bytes);
            foreach (var left in stale.Except(paths, StringComparer.OrdinalIgnoreCase).Where(File.Exists))
                File.Delete(at = left);
            at = listFile;
            written.Write(paths);
            secret.Write(secrets);
            foreach (var note in notes)
                FileList.Write(at = listFile + note.Key, note.Value);
            foreach (var place in known.Concat(paths).Append(listFile).Select(Path.GetDirectoryName).Distinct(StringComparer.Ordinal))
                AtomicFile.RemoveStrays(place!);
            return true;
        }
        catch (Exception problem) when (
            problem is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException or ArgumentException)
        {
            log.Report(BuildRules.EAS0012_ManifestCanBeWritten, $"'{project.Short(at)}' cannot be written: {problem.Message}");
            return false;
        }
    }
}
