using System.Text;
using EasGen.Core.Files;

namespace EasGen.Cli.Terminal;

/// <summary>A file that a verb makes for the user.</summary>
internal static class OutputFile
{
    /// <summary>Writes it; gives what was in the way, such as another file of that name.</summary>
    /// <param name="path">Where.</param>
    /// <param name="text">What.</param>
    /// <param name="force">True when a file that differs may be replaced.</param>
    public static string? Write(string path, string text, bool force)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            if (!force && File.Exists(path) && !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
                return $"'{path}' already exists and differs; use --force to replace it, or another --output";
            AtomicFile.Write(Path.GetFullPath(path), bytes);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return $"'{path}' cannot be written: {problem.Message}";
        }
    }
}
