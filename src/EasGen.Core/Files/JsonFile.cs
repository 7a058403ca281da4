using System.Text;
using System.Text.Json;
using EasGen.Core.Catalog;

namespace EasGen.Core.Files;

/// <summary>A file as a JSON document, or what is wrong with it.</summary>
internal static class JsonFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file: UTF-8, with or without its mark. Either the root and its reader are given, or the finding.</summary>
    public static (JsonNode? Root, DocumentReader? Reader, Finding? Broken) Read(byte[] file)
    {
        try
        {
            // Throws at the first byte that is not UTF-8.
            Strict.GetCharCount(file);
            return (DocumentReader.Parse(file, out var reader, Start(file)), reader, null);
        }
        catch (DecoderFallbackException problem)
        {
            return (null, null, Broken(file, problem.Index, "The file is not UTF-8; save it as UTF-8"));
        }
        catch (JsonException problem)
        {
            var (offset, message) = BrokenJson.Describe(file, Start(file), problem);
            return (null, null, Broken(file, offset, message));
        }
    }

    /// <summary>Where the text begins: behind the mark of UTF-8.</summary>
    public static int Start(ReadOnlySpan<byte> file) => file.StartsWith(Encoding.UTF8.GetPreamble()) ? 3 : 0;

    private static Finding Broken(byte[] file, int offset, string message) =>
        new(GeneralRules.EAS0001_JsonIsWellFormed, "", $"{message}") { Bytes = new(offset - Start(file), 1) };
}
