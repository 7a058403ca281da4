using System.Security;
using System.Text;
using EasGen.Core.Files;

namespace EasGen.Build;

/// <summary>
/// Makes the output folder hold the files of the services, all of them and no others of ours. What we wrote stands in a
/// list in the intermediate folder, one for each output folder; a file that is not in the list is the user's and stays.
/// </summary>
internal sealed class ManifestFolder(ProjectPaths project, string listFile, RuleLog log)
{
    /// <param name="files">The files that the folder shall hold.</param>
    /// <param name="notes">What the targets ask about the files later, in files beside the list, by what follows its name there.</param>
    public bool Update(IReadOnlyList<ManifestFile> files, Dictionary<string, IEnumerable<string>> notes)
    {
        var at = listFile;
        try
        {
            var known = File.Exists(listFile) ? Array.ConvertAll(File.ReadAllLines(listFile), project.Full) : [];
            var stale = known.Except(files.Select(static file => file.Path), StringComparer.Ordinal).ToArray();
            // A file that is renamed in case only is the new one on some systems: its old name goes first.
            foreach (var renamed in stale.Intersect(files.Select(static file => file.Path), StringComparer.OrdinalIgnoreCase))
                Delete(at = renamed);
            foreach (var file in files)
                AtomicFile.Write(at = file.Path, file.Bytes);
            foreach (var left in stale.Except(files.Select(static file => file.Path), StringComparer.OrdinalIgnoreCase))
                Delete(at = left);
            Remember(at = listFile, files.Select(file => project.Short(file.Path)));
            foreach (var note in notes)
                Remember(at = listFile + note.Key, note.Value);
            return true;
        }
        catch (Exception problem) when (
            problem is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException or ArgumentException)
        {
            log.Report(BuildRules.EAS0012_ManifestCanBeWritten, $"'{project.Short(at)}' cannot be written: {problem.Message}");
            return false;
        }
    }

    private static void Delete(string path)
    {
        if (File.Exists(path))
            File.Delete(path);
    }

    private static void Remember(string path, IEnumerable<string> lines)
    {
        if (string.Join("\n", lines) is { Length: > 0 } text)
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(text + "\n"));
        else
            Delete(path);
    }
}
