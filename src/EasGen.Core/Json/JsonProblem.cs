namespace EasGen.Core.Json;

/// <summary>Why a text is not JSON.</summary>
/// <param name="At">The character at which it stops being JSON, from 0; the length of the text where it ends too early.</param>
/// <param name="Message">What is wrong there, and what to write.</param>
internal sealed record JsonProblem(int At, string Message)
{
    /// <summary>Where a character of a text stands, as people and editors say it.</summary>
    public static string Place(string text, int at)
    {
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        return FormattableString.Invariant($"line {text.Take(at).Count(static sign => sign == '\n') + 1}, column {at - start + 1}");
    }
}
