using System.Text.RegularExpressions;

namespace EasGen.Core;

/// <summary>A regular expression that is made when it is first used: the rule book is there before the first one is.</summary>
internal sealed class LazyRegex(string pattern, RegexOptions options = RegexOptions.None)
{
    private readonly Lazy<Regex> regex = new(() => new Regex(pattern, options | RegexOptions.CultureInvariant));

    public bool IsMatch(string text) => regex.Value.IsMatch(text);

    public Match Match(string text, int start = 0) => regex.Value.Match(text, start);

    public MatchCollection Matches(string text) => regex.Value.Matches(text);
}
