using System.Text;
using EasGen.Core.Files;

namespace EasGen.Cli.Inputs;

/// <summary>The services in an input. What cannot be read is said in one line, and is no exception.</summary>
internal static class InputReader
{
    private const long Largest = 64 << 20;

    private const int Part = 1 << 16;

    // One that is being written is read as it is.
    private const FileShare Shared = FileShare.ReadWrite | FileShare.Delete;

    // So many bytes tell text from anything else.
    private const int Head = 8192;

    public static (IReadOnlyList<ServiceText> Services, InputError? Error) Read(Input input)
    {
        if (input.IsAssembly)
            return ReadAssembly(input);

        try
        {
            if ((input.IsFound ? ReadFound(input.FullPath) : ReadBytes(input)) is not { } file)
                return Unusable(input, $"is larger than {Largest >> 20} MB; a service JSON has a few kilobytes");
            if (file.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
                return Unusable(input, "is empty");
            if (file.AsSpan(0, Math.Min(file.Length, Head)).Contains((byte)0))
                return Unusable(input, IsUtf16(file)
                    ? "is text in UTF-16; save it as UTF-8"
                    : "is not a text file; service JSON is text in UTF-8");
            return input.IsNamed || ServiceSigns.AreIn(file) ? ([new(input.Name, file)], null) : ([], null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Unusable(input, $"cannot be read: {problem.Message}");
        }
    }

    // By its byte order mark, or because its first character has a zero byte.
    private static bool IsUtf16(byte[] file) =>
        file is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..];

    // Pipes are left out first; any other file that was found knows its length, so that less is asked of the system. Null for too much.
    private static byte[]? ReadFound(string path)
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

    // By reading, not by asking: a pipe or a device has no length. Null for too much.
    private static byte[]? ReadBytes(Input input)
    {
        using var file = input.IsStandard
            ? Console.OpenStandardInput()
            : new FileStream(input.FullPath, FileMode.Open, FileAccess.Read, Shared, bufferSize: 0);
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

    // One that lies in a folder, or that a link there leads to, would wait for somebody to write. It has no length, as an empty file.
    private static bool IsPipe(FileInfo file)
    {
        var isLink = (file.Attributes & FileAttributes.ReparsePoint) != 0;
        return (isLink && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target : file).Length == 0;
    }

    private static (IReadOnlyList<ServiceText> Services, InputError? Error) ReadAssembly(Input input)
    {
        var (constants, problem) = ManifestAssembly.Read(input.Path);
        if (problem is not null)
            return ([], new(input.Path, problem));
        if (constants.Count == 0 && !input.IsNamed)
            return ([], null);
        if (constants.Count == 0)
            return Unusable(input, "has no class with [EasService], or was built without EasGen");

        return (
            constants.Select(constant =>
                new ServiceText($"{input.Path}/{NameOf(constant)}.json", Encoding.UTF8.GetBytes(constant.Json))).ToList(),
            null);
    }

    private static string NameOf(ManifestConstant constant) =>
        ServiceReader.Read(constant.Json).ServiceName is { Length: > 0 } name
            ? name
            : constant.Name;

    private static (IReadOnlyList<ServiceText> Services, InputError? Error) Unusable(Input input, string message) =>
        ([], new(input.Name, message));
}
