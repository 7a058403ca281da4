using System.Text;
using System.Text.Json;

namespace EasGen.Core;

/// <summary>Reads service JSON. Whatever the text holds, the answer is a service and findings, and no exception.</summary>
internal static class ServiceReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a text. Half a surrogate pair as such becomes U+FFFD, which no key and no name may hold.</summary>
    public static ReadService Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads a file: UTF-8, with or without its mark.</summary>
    public static ReadService Read(byte[] file)
    {
        ReadOnlySpan<byte> utf8 = file;
        if (utf8.StartsWith(Encoding.UTF8.GetPreamble()))
            utf8 = utf8.Slice(3);
        try
        {
            Strict.GetCharCount(file);
            return ServiceWalk.Read(DocumentReader.Parse(utf8));
        }
        catch (DecoderFallbackException problem)
        {
            return Unreadable(FormattableString.Invariant($"Byte {problem.Index + 1} is not UTF-8; save the file in that encoding"));
        }
        catch (JsonException problem)
        {
            // The exception says its place once more, and counts from 0.
            var message = problem.Message.Split([" LineNumber:"], StringSplitOptions.None)[0].TrimEnd('.');
            return Unreadable(FormattableString.Invariant($"Line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}: {message}"));
        }
    }

    private static ReadService Unreadable(string message) =>
        new(Service.From([]), [new(General.EAS0001_JsonIsWellFormed, "", message)], new Dictionary<string, string>());
}
