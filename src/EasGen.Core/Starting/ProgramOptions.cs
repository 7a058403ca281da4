namespace EasGen.Core.Starting;

/// <summary>The options among the arguments of a program.</summary>
internal static class ProgramOptions
{
    /// <summary>
    /// Those that are wanted: <c>--name value</c>, <c>--name=value</c>, <c>-n value</c> and <c>-nvalue</c>; the value is empty where none
    /// stands.
    /// </summary>
    public static IEnumerable<(string Name, ToldValue Value)> Read(IReadOnlyList<ToldValue> arguments, Func<string, bool> isWanted)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var (word, place) = (arguments[i].Text, arguments[i].Place);
            if (word.Length < 2 || word[0] != '-')
                continue;
            var equals = word.IndexOf('=');
            if (equals > 0 && isWanted(word.Substring(0, equals)))
                yield return (word.Substring(0, equals), new(word.Substring(equals + 1), place));
            else if (isWanted(word))
                yield return (word, i + 1 < arguments.Count
                    && !arguments[i + 1].Text.StartsWith("-", StringComparison.Ordinal) ? arguments[i + 1] : new("", place));
            else if (word.Length > 2 && word[1] != '-' && (char.IsDigit(word[2]) || word[2] == ':') && isWanted(word.Substring(0, 2)))
                yield return (word.Substring(0, 2), new(word.Substring(2), place));
        }
    }
}
