using System.Text;
using EasGen.Core.Files;

namespace EasGen.Build;

/// <summary>A file that names files of a folder, each on a line with its path from the project on; without any it is not there.</summary>
internal sealed class FileList(string listFile, string folder, ProjectPaths project)
{
    private readonly string inside = folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;

    /// <summary>The full paths. Nobody but us writes the list, but if somebody does, no path leads out of the folder.</summary>
    public IReadOnlyList<string> Read() => !File.Exists(listFile) ? [] :
    [
        .. File.ReadAllLines(listFile).Select(project.Full).Where(path => path.StartsWith(inside, StringComparison.Ordinal)),
    ];

    public void Write(IEnumerable<string> paths) => Write(listFile, paths.Select(project.Short));

    /// <summary>Writes lines; without any the file is not there.</summary>
    public static void Write(string file, IEnumerable<string> lines)
    {
        if (string.Join("\n", lines) is { Length: > 0 } text)
            AtomicFile.Write(file, Encoding.UTF8.GetBytes(text + "\n"));
        else if (File.Exists(file))
            File.Delete(file);
    }
}
