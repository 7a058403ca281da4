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
    private static readonly Regex Declaration = new(@"\b(?:record\s+class|class|record)\s+@?(?<name>\w+)", RegexOptions.CultureInvariant);

    private static readonly Regex NameMark = new(@"_[0-9a-f]{8}\z", RegexOptions.CultureInvariant);

    /// <summary>The classes of a file; none of one that cannot be read.</summary>
    public static IEnumerable<SourceClass> In(string path)
    {
        var code = MaskedSource.Of(Read(path));
        return
            from Match match in Declaration.Matches(code)
            select new SourceClass(path, code, AttributesOf(code, match.Index), match.Index, match.Groups["name"].Value);
    }

    /// <summary>
    /// True for a class whose service JSON is in this constant: its full name, with underscores, and a mark if that has some of its own.
    /// </summary>
    public bool IsOf(string constant) => EndsWithName(constant) || EndsWithName(NameMark.Replace(constant, ""));

    private bool EndsWithName(string constant) => constant == Name || constant.EndsWith("_" + Name, StringComparison.Ordinal);

    /// <summary>Where the attributes of a kind stand, in their order.</summary>
    public IEnumerable<SourcePlace> Attributes(string attribute) =>
        from Match match in Regex.Matches(
            Code.Substring(Start, End - Start),
            $@"(?<=[\[,]\s*)(?:(?:global::)?(?:\w+\s*\.\s*)*){attribute}(?:Attribute)?\b(?!\s*[=.])",
            RegexOptions.CultureInvariant)
        select PlaceOf(Start + match.Index);

    // Behind the statement or block in front; what stands in brackets is part of an attribute.
    private static int AttributesOf(string code, int end)
    {
        var depth = 0;
        for (var i = end - 1; i >= 0; i--)
        {
            if (code[i] == ']')
                depth++;
            else if (code[i] == '[')
                depth--;
            else if (depth == 0 && code[i] is ('{' or '}' or ';'))
                return i + 1;
        }
        return 0;
    }

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
