using System.Security;
using System.Text;
using EasGen.Core.Files;

namespace EasGen.Build;

/// <summary>
/// Makes the output folder hold the files of the services, all of them and no others of ours. What we wrote stands in a
/// list in the intermediate folder, one for each output folder; a file that is not in the list is the user's and stays. A second list
/// has the files with a secret, which are not published.
/// </summary>
internal static class ManifestFolder
{
    private const string SecretSuffix = ".secret";

    public static bool Update(IReadOnlyList<ManifestFile> files, ProjectPaths project, string listFile, RuleLog log)
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
            Remember(at = listFile, files.Select(file => project.Short(file.Path)).ToArray());
            var secret = files.Where(static file => file.Manifest.HasSecret);
            Remember(at = listFile + SecretSuffix, secret.Select(file => project.Short(file.Path)).ToArray());
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

    private static void Remember(string listFile, string[] paths)
    {
        if (paths.Length == 0)
            Delete(listFile);
        else
            AtomicFile.Write(listFile, Encoding.UTF8.GetBytes(string.Join("\n", paths) + "\n"));
    }
}
