using System.Text.RegularExpressions;

namespace EasGen.Build;

/// <summary>A line of a source file, from 1, and a column there.</summary>
internal sealed record SourcePlace(string Path, int Line, int Column);

/// <summary>One part of a class, with the text of its attributes.</summary>
/// <param name="Path">The file.</param>
/// <param name="Code">The file's text without comments and texts.</param>
/// <param name="Start">Where the attributes begin.</param>
/// <param name="End">Where they end: at the word <c>class</c>.</param>
/// <param name="Name">The class.</param>
internal sealed record SourceClass(string Path, string Code, int Start, int End, string Name)
{
    private static readonly Regex Declaration = new(@"\b(?:class|record)\s+@?(?<name>\w+)", RegexOptions.CultureInvariant);

    /// <summary>The classes of a file; none of one that cannot be read.</summary>
    public static IEnumerable<SourceClass> In(string path)
    {
        var code = MaskedSource.Of(Read(path));
        return
            from Match match in Declaration.Matches(code)
            let start = code.LastIndexOfAny(['{', '}', ';'], match.Index) + 1
            select new SourceClass(path, code, start, match.Index, match.Groups["name"].Value);
    }

    /// <summary>True for a class whose service JSON is in this constant: its full name, with underscores.</summary>
    public bool IsOf(string constant) =>
        constant == Name || constant.EndsWith("_" + Name, StringComparison.Ordinal);

    /// <summary>Where the attributes of a kind stand, in their order.</summary>
    public IEnumerable<SourcePlace> Attributes(string attribute) =>
        from Match match in Regex.Matches(
            Code.Substring(Start, End - Start),
            $@"(?<=[\[,]\s*)(?:(?:global::)?(?:\w+\s*\.\s*)*){attribute}(?:Attribute)?\b(?!\s*[=.])",
            RegexOptions.CultureInvariant)
        select PlaceOf(Start + match.Index);

    private SourcePlace PlaceOf(int index)
    {
        var line = Code.Take(index).Count(static c => c == '\n') + 1;
        var column = index - (index == 0 ? -1 : Code.LastIndexOf('\n', index - 1));
        return new(Path, line, column);
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return "";
        }
    }
}
