namespace EasGen.Core.Files;

/// <summary>Files that are either the old ones or the new ones, never half of one, whoever looks at them meanwhile.</summary>
internal static class AtomicFile
{
    private const string Temporary = ".easgen.tmp";

    // Others make and remove the file meanwhile, but not for ever.
    private const int Tries = 5;

    // Far longer than a file takes: what is older is of a process that was killed.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Writes the file only if its bytes differ, so that its time says when it last changed.</summary>
    public static void Write(string path, byte[] bytes)
    {
        if (File.Exists(path) && File.ReadAllBytes(path).SequenceEqual(bytes))
            return;

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        ByWayOf(path, temporary =>
        {
            File.WriteAllBytes(temporary, bytes);
            Rename(temporary, path);
        });
    }

    /// <summary>
    /// Gives a file other bytes, if it still has those that were read in it, and keeps its permissions. False if it has neither.
    /// </summary>
    public static bool Change(string path, byte[] read, byte[] bytes)
    {
        var isDone = false;
        ByWayOf(path, temporary =>
        {
            // A copy, because it has the permissions too.
            File.Copy(path, temporary);
            File.WriteAllBytes(temporary, bytes);
            var now = File.ReadAllBytes(path);
            if (now.SequenceEqual(read))
                File.Replace(temporary, path, destinationBackupFileName: null);
            isDone = now.SequenceEqual(read) || now.SequenceEqual(bytes);
        });
        return isDone;
    }

    /// <summary>Removes what processes have left in a folder that were killed while they wrote.</summary>
    public static void RemoveStrays(string folder)
    {
        try
        {
            foreach (var stray in Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + Temporary) : [])
            {
                if (DateTime.UtcNow - File.GetLastWriteTimeUtc(stray) > Longest)
                    File.Delete(stray);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It does no harm where it is.
        }
    }

    // In the same folder, because a file can only be renamed in one step on the same disk.
    private static void ByWayOf(string path, Action<string> write)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, Path.GetRandomFileName() + Temporary);
        try
        {
            write(temporary);
        }
        finally
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
        }
    }

    private static void Rename(string temporary, string path)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                if (File.Exists(path))
                    File.Replace(temporary, path, destinationBackupFileName: null);
                else
                    File.Move(temporary, path);
                return;
            }
            catch (IOException) when (left > 1 && File.Exists(temporary))
            {
                // A parallel build has made the file, or removed it.
            }
        }
    }
}
