using System.Text;
using EasGen.Core.Files;

namespace EasGen.Cli.Inputs;

/// <summary>The services in an input. What cannot be read is said in one line, and is no exception.</summary>
internal static class InputReader
{
    // So many bytes tell text from anything else.
    private const int Head = 8192;

    public static (IReadOnlyList<ServiceText> Services, InputError? Error) Read(Input input)
    {
        if (input.IsAssembly)
            return ReadAssembly(input);

        return Read(input, out _);
    }

    /// <summary>The service in an input that is no assembly.</summary>
    /// <param name="input">The input.</param>
    /// <param name="file">Its bytes, of whatever kind it is; null if they cannot be read, or are too many.</param>
    public static (IReadOnlyList<ServiceText> Services, InputError? Error) Read(Input input, out byte[]? file)
    {
        try
        {
            file = Bytes(input);
            return Of(input, file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            file = null;
            return Unusable(input, $"cannot be read: {problem.Message}");
        }
    }

    private static (IReadOnlyList<ServiceText> Services, InputError? Error) Of(Input input, byte[]? file)
    {
        if (file is null)
            return Unusable(input, $"is larger than {BoundedFile.Largest >> 20} MB; a service JSON has a few kilobytes");
        if (file.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
            return Unusable(input, "is empty");
        if (file.AsSpan(0, Math.Min(file.Length, Head)).Contains((byte)0))
            return Unusable(input, IsUtf16(file)
                ? "is text in UTF-16; save it as UTF-8"
                : "is not a text file; service JSON is text in UTF-8");
        return input.IsNamed || ServiceSigns.AreIn(file) ? ([new(input.Name, file)], null) : ([], null);
    }

    private static byte[]? Bytes(Input input) => input switch
    {
        { IsStandard: true } => BoundedFile.Read(Console.OpenStandardInput()),
        { IsFound: true } => BoundedFile.ReadFound(input.FullPath),
        _ => BoundedFile.ReadNamed(input.FullPath),
    };

    // By its byte order mark, or because its first character has a zero byte.
    private static bool IsUtf16(byte[] file) =>
        file is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..];

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
