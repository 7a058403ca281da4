using EasGen.Cli.Inputs;
using EasGen.Core.Files;

namespace EasGen.Cli.Fixing;

/// <summary>Brings what fixes made of a file back to where it was read. Nothing is lost: whoever else writes it is ahead.</summary>
internal static class FileUpdate
{
    /// <summary>Gives what was in the way; the file then is as it was.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">What was read in it.</param>
    /// <param name="bytes">What it shall hold.</param>
    public static InputError? Write(string path, byte[] read, byte[] bytes)
    {
        try
        {
            // A link stays one. What a relative one leads to is found from a whole path alone.
            var whole = Path.GetFullPath(path);
            var target = File.ResolveLinkTarget(whole, returnFinalTarget: true)?.FullName ?? whole;
            if (File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
                return new(path, "is not fixed: it is read-only; make it writable, and run the command again");
            return AtomicFile.Change(target, read, bytes)
                ? null
                : new(path, "is not fixed: it has changed meanwhile; run the command again");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new(path, $"is not fixed: {problem.Message}");
        }
    }
}
