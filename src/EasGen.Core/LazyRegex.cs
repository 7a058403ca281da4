using System.Text.RegularExpressions;

namespace EasGen.Core;

/// <summary>
/// A regular expression that is made when it is first used. Until then it costs a compiler process nothing, not even the
/// loading of their library: the rule book is there before its first rule is asked.
/// </summary>
internal sealed class LazyRegex(string pattern, RegexOptions options = RegexOptions.None)
{
    private Regex? made;

    // Two threads may make it twice, which does no harm.
    private Regex Made => made ??= new Regex(pattern, RegexOptions.CultureInvariant | options);

    public bool IsMatch(string text) => Made.IsMatch(text);

    public bool IsMatchAt(string text, int start) => Made.IsMatch(text, start);

    public Match Match(string text, int start = 0) => Made.Match(text, start);

    public string Replace(string text, MatchEvaluator with) => Made.Replace(text, with);

    public MatchCollection Matches(string text) => Made.Matches(text);
}
