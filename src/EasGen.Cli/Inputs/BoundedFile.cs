namespace EasGen.Cli.Inputs;

/// <summary>The bytes of a file, which may be a pipe, a device or huge.</summary>
internal static class BoundedFile
{
    /// <summary>No more bytes than these are read.</summary>
    public const long Largest = 64 << 20;

    private const int Part = 1 << 16;

    // One that is being written is read as it is.
    private const FileShare Shared = FileShare.ReadWrite | FileShare.Delete;

    /// <summary>
    /// A file that nobody named; null if it is too large. A pipe is taken for empty, as it would wait for somebody to write. Any
    /// other one knows its length, so that less is asked of the system.
    /// </summary>
    public static byte[]? ReadFound(string path)
    {
        if (IsPipe(new(path)))
            return [];
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, Shared);
        var length = RandomAccess.GetLength(file);
        if (length > Largest)
            return null;
        var bytes = new byte[length];
        var count = 0;
        while (count < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(count), count) is > 0 and var read)
            count += read;
        Array.Resize(ref bytes, count);
        return bytes;
    }

    /// <summary>A file that somebody named, of whatever kind; null if it is too large.</summary>
    public static byte[]? ReadNamed(string path) =>
        Read(new FileStream(path, FileMode.Open, FileAccess.Read, Shared, bufferSize: 0));

    /// <summary>All that comes, by reading, not by asking: a pipe or a device has no length. Null if it is too much.</summary>
    public static byte[]? Read(Stream stream)
    {
        using var file = stream;
        var length = file.CanSeek ? file.Length : Part;
        if (length > Largest)
            return null;
        var bytes = new byte[length];
        var count = 0;
        while (true)
        {
            if (count < bytes.Length)
            {
                if (file.Read(bytes.AsSpan(count)) is not (> 0 and var read))
                    break;
                count += read;
            }
            else if (file.ReadByte() is >= 0 and var next)
            {
                if (count == Largest)
                    return null;
                Array.Resize(ref bytes, 2 * Math.Max(Part, count));
                bytes[count++] = (byte)next;
            }
            else
            {
                break;
            }
        }
        Array.Resize(ref bytes, count);
        return bytes;
    }

    // One that lies in a folder, or that a link there leads to. It has no length, as an empty file.
    private static bool IsPipe(FileInfo file)
    {
        var isLink = (file.Attributes & FileAttributes.ReparsePoint) != 0;
        return (isLink && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target : file).Length == 0;
    }
}
