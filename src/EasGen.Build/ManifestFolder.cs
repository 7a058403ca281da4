using System.Security;
using System.Text;
using EasGen.Core;

namespace EasGen.Build;

/// <summary>
/// Makes the output folder hold the files of the services, all of them and no others of ours. What we wrote stands in a
/// list in the intermediate folder; a file that is not in the list is the user's and stays.
/// </summary>
internal static class ManifestFolder
{
    public static bool Update(IReadOnlyList<ManifestFile> files, ProjectPaths project, string listFile, ErrorLog errors)
    {
        var at = listFile;
        try
        {
            var known = File.Exists(listFile) ? Array.ConvertAll(File.ReadAllLines(listFile), project.Full) : [];
            foreach (var file in files)
                AtomicFile.Write(at = file.Path, file.Bytes);
            // Case is ignored, or a file that was renamed in case only would go with its old name.
            foreach (var stale in known.Except(files.Select(static file => file.Path), StringComparer.OrdinalIgnoreCase))
                Delete(at = stale);
            Remember(at = listFile, files.Select(file => project.Short(file.Path)).ToArray());
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException or ArgumentException)
        {
            errors.Report(InBuild.EAS0012_ManifestCanBeWritten, $"'{project.Short(at)}' cannot be written: {problem.Message}");
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
