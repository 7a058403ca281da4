using System.Text;
using System.Text.Json;
using EasGen.Core.Reading;

namespace EasGen.Core.Files;

/// <summary>What is wrong with a file that System.Text.Json refuses, and where: in the words in which the compiler says it too.</summary>
internal static class BrokenJson
{
    // So many characters tell what a text is.
    private const int Head = 8192;

    /// <param name="file">The file.</param>
    /// <param name="start">Where its text begins.</param>
    /// <param name="problem">What System.Text.Json says of it.</param>
    public static (int Offset, string Message) Describe(byte[] file, int start, JsonException problem)
    {
        var text = Encoding.UTF8.GetString(file, start, file.Length - start);
        var other = OtherDocument.Describe(text.Substring(0, Math.Min(Head, text.Length)));
        JsonParser.Parse(text, JsonDialect.Document, out var mistake);
        if (mistake is not null)
            return (start + Encoding.UTF8.GetByteCount(text.Substring(0, mistake.At)), other ?? mistake.Message);
        var offset = FileLines.Offset(file, start, problem);
        var isComment = offset < file.Length && file[offset] == '/';
        return (offset, other ?? (isComment
            ? "There is a comment between a key and its colon, where JSON readers take none; move it"
            : "The file stops being JSON here; correct it"));
    }
}
