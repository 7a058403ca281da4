using System.Text;
using System.Text.Json;
using EasGen.Build;
using EasGen.Core;
using EasGen.Core.Rooms;

namespace EasGen.Cli.Inputs;

/// <summary>The services in an input. What cannot be read is said in one line, and is no exception.</summary>
internal static class InputReader
{
    private const long Largest = 64 << 20;

    // So many bytes tell text from anything else.
    private const int Head = 8192;

    public static (IReadOnlyList<ServiceText> Services, Trouble? Trouble) Read(Input input)
    {
        if (input.IsAssembly)
            return ReadAssembly(input);

        try
        {
            var size = new FileInfo(input.Path).Length;
            if (size > Largest)
                return Unusable(input, $"has {size >> 20} MB; a service JSON has some kilobytes, and {Largest >> 20} MB is as much as is read");
            var file = File.ReadAllBytes(input.Path);
            if (file.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
                return Unusable(input, "is empty");
            if (file.AsSpan(0, Math.Min(file.Length, Head)).Contains((byte)0))
                return Unusable(input, "is binary, or a text in UTF-16; save service JSON as UTF-8");
            return input.IsNamed || IsService(file) ? ([new(input.Path, file)], null) : ([], null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Unusable(input, $"cannot be read: {problem.Message}");
        }
    }

    private static (IReadOnlyList<ServiceText> Services, Trouble? Trouble) ReadAssembly(Input input)
    {
        var (constants, problem) = ManifestAssembly.Read(input.Path);
        if (problem is not null)
            return ([], new(input.Path, problem));
        if (constants.Count == 0 && !input.IsNamed)
            return ([], null);
        if (constants.Count == 0)
            return Unusable(input, "has no class with [EasService], or was built without EasGen");

        return (constants.Select(constant => new ServiceText($"{input.Path}/{NameOf(constant)}.json", Encoding.UTF8.GetBytes(constant.Json))).ToList(), null);
    }

    private static string NameOf(ManifestConstant constant) =>
        ServiceReader.Read(constant.Json).Service.First(EasService.Room)?[EasService.Name] is { Length: > 0 } name ? name : constant.Name;

    private static (IReadOnlyList<ServiceText> Services, Trouble? Trouble) Unusable(Input input, string message) => ([], new(input.Path, message));

    /// <summary>
    /// True for an object with a key of a service at its top; <c>name</c> alone tells nothing. A folder holds JSON of other kinds too. What is
    /// broken before such a key is seen is somebody else's.
    /// </summary>
    private static bool IsService(ReadOnlySpan<byte> file)
    {
        try
        {
            var reader = new Utf8JsonReader(file[ServiceReader.Start(file)..], new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = DocumentReader.Text(ref reader);
                if (key != "name" && Shape.Root.Keys.Contains(key))
                    return true;
                reader.Skip();
            }
            return false;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
