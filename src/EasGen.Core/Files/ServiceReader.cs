using System.Text;
using System.Text.Json;
using EasGen.Core.Catalog;
using EasGen.Core.Reading;

namespace EasGen.Core.Files;

/// <summary>Reads service JSON. Whatever the text holds, the answer is a service and findings, and no exception.</summary>
internal static class ServiceReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a text. Half a surrogate pair as such becomes U+FFFD, which no key and no name may hold.</summary>
    public static ReadService Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads a file: UTF-8, with or without its mark. Where it has a finding is for <see cref="FileSpans"/> to say.</summary>
    public static ReadService Read(byte[] file)
    {
        try
        {
            CheckEncoding(file);
            var root = DocumentReader.Parse(file.AsSpan(Start(file)), out var document);
            var read = ServiceWalk.Read(root) with { Document = root };
            if (document.FirstLenient is not var (pointer, bytes))
                return read;
            var notStrict = NotStrict(document, pointer) with { Bytes = bytes };
            return read with { Findings = [.. read.Findings, notStrict], Comments = document.Comments };
        }
        catch (DecoderFallbackException problem)
        {
            return Unreadable(file, problem.Index, "The file is not UTF-8; save it as UTF-8");
        }
        catch (JsonException problem)
        {
            var (offset, message) = BrokenJson.Describe(file, Start(file), problem);
            return Unreadable(file, offset, message);
        }
    }

    /// <summary>Where the text begins: behind the mark of UTF-8.</summary>
    public static int Start(ReadOnlySpan<byte> file) => file.StartsWith(Encoding.UTF8.GetPreamble()) ? 3 : 0;

    // Throws at the first byte that is not UTF-8.
    private static void CheckEncoding(byte[] file) => Strict.GetCharCount(file);

    private static Finding NotStrict(DocumentReader document, string pointer)
    {
        var found = (document.Comments.Count > 0, document.HasTrailingCommas) switch
        {
            (true, true) => "comments and trailing commas",
            (true, false) => "comments",
            _ => "trailing commas",
        };
        return new(
            GeneralRules.EAS0017_JsonIsStrict,
            pointer,
            $"The file has {found}, which strict JSON readers refuse; deploy it without them");
    }

    private static ReadService Unreadable(byte[] file, int offset, string message)
    {
        var finding = new Finding(GeneralRules.EAS0001_JsonIsWellFormed, "", message) { Bytes = new(offset - Start(file), 1) };
        return new(FeatureCatalog.CreateService([]), [finding], new Dictionary<string, string>())
        {
            Text = Encoding.UTF8.GetString(file),
        };
    }
}
