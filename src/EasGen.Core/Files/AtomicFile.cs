namespace EasGen.Core.Files;

/// <summary>Files that are either the old ones or the new ones, never half of one, whoever looks at them meanwhile.</summary>
internal static class AtomicFile
{
    /// <summary>Writes the file only if its bytes differ, so that its time says when it last changed.</summary>
    public static void Write(string path, byte[] bytes)
    {
        if (File.Exists(path) && File.ReadAllBytes(path).SequenceEqual(bytes))
            return;

        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        // In the same folder, because a file can only be renamed in one step on the same disk.
        var temporary = Path.Combine(folder, Path.GetRandomFileName() + ".tmp");
        try
        {
            File.WriteAllBytes(temporary, bytes);
            Rename(temporary, path);
        }
        finally
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
        }
    }

    private static void Rename(string temporary, string path)
    {
        if (!File.Exists(path))
        {
            try
            {
                File.Move(temporary, path);
                return;
            }
            catch (IOException) when (File.Exists(path))
            {
                // A parallel build was faster.
            }
        }
        File.Replace(temporary, path, destinationBackupFileName: null);
    }
}
