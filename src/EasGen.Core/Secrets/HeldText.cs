using System.Text.RegularExpressions;

namespace EasGen.Core.Secrets;

/// <summary>A text inside of braces, of brackets or of an indented block.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Key">Its key; that of its list for an item.</param>
/// <param name="Holder">What it stands in.</param>
internal readonly record struct HeldText(int Start, int Length, string Key, SecretHolder Holder)
{
    // Shorter words in brackets, without quotes, are part of an expression.
    private const int Telling = 5;

    private const string QuotedText = """(?<b>\\{0,7})(?<q>["'])(?<v>(?:(?!(?<!\\)\k<b>\k<q>)[^\r\n])*)\k<b>\k<q>""";

    private static readonly LazyRegex Token = new($$"""\G(?:{{QuotedText}}|(?<v>[^\s\\"',:={}\[\]()]+))""");

    private static readonly LazyRegex KeyEnd = new(@"\G\s*(?:=>|[:=])");

    private static readonly LazyRegex LineEnd = new(@"\G(?<block>[|>][+-]?)?[ \t]*(?:#[^\n]*)?\r?\n");

    // A key where there is one, and the value without its quotes and what follows it.
    private static readonly LazyRegex Line = new(
        """\G[ \t]*(?:-[ \t]+)*(?:["']?(?<k>[\p{L}\p{N}_.$-]{1,80})["']?[ \t]*:(?:[ \t]+|(?=\r?(?:\n|\z))))?"""
        + """["']?(?<v>(?:(?!["']?[ \t]*(?:[ \t]#[^\n]*)?\r?(?:\n|\z))[^\n])*)[^\n]*(?:\n|\z)""");

    // An object that logs in, made of two texts.
    private static readonly LazyRegex Call = new(@"\G[\w.]{1,80}(?=\()");

    private static readonly LazyRegex Blank = new(@"\s");

    /// <summary>
    /// What stands after the name of a holder in a text that need not be JSON; null when that is no object, list or block.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the value begins.</param>
    /// <param name="holder">The holder.</param>
    /// <param name="end">Where the search ended.</param>
    public static List<HeldText>? Find(string text, int at, SecretHolder holder, out int end)
    {
        end = at;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
            end++;
        var isTemplate = end + 1 < text.Length && text[end] == '{' && text[end + 1] is '{' or '%';
        if (!holder.IsSure && Call.Match(text, end) is { Success: true } call)
            end += call.Length;
        if (end < text.Length && text[end] is '{' or '[' or '(' && !isTemplate)
            return InBraces(text, ref end, holder);
        end = at;
        return LineEnd.Match(text, at) is { Success: true } lineEnd ? InBlock(text, at, lineEnd, holder) : null;
    }

    // As JSON, YAML and scripts write objects and lists, up to the last closing sign.
    private static List<HeldText> InBraces(string text, ref int at, SecretHolder holder)
    {
        var found = new List<HeldText>();
        // The name of what is open, and what it holds secrets by.
        var open = new Stack<(bool IsList, string Name, SecretHolder Holder)>();
        var key = holder.Name;
        while (at < text.Length)
        {
            if (text[at] is '{' or '[' or '(')
            {
                var around = open.Count == 0 ? holder : SecretHolder.Inside(open.Peek().Holder, key) ?? holder;
                open.Push((text[at] != '{', key, around));
                key = text[at++] == '{' ? "" : key;
            }
            else if (text[at] is '}' or ']' or ')')
            {
                at++;
                open.Pop();
                if (open.Count == 0)
                    break;
                key = open.Peek().IsList ? open.Peek().Name : "";
            }
            else if (Token.Match(text, at) is { Success: true } token)
            {
                at += token.Length;
                var (value, isQuoted) = (token.Groups["v"], token.Groups["q"].Success);
                if (KeyEnd.Match(text, at) is { Success: true } keyEnd)
                    (key, at) = (value.Value, at + keyEnd.Length);
                else if (open.Peek().IsList ? isQuoted || value.Length >= Telling : key.Length > 0)
                    found.Add(new(value.Index, value.Length, key, open.Peek().Holder));
            }
            else
            {
                if (text[at] == ',')
                    key = open.Peek().IsList ? open.Peek().Name : "";
                at += text[at] == '\\' ? 2 : 1;
            }
        }
        at = Math.Min(at, text.Length);
        if (found.Count == 2 && found.TrueForAll(one =>
            one.Key == holder.Name && !SecretHolder.IsMethod(text.Substring(one.Start, one.Length))))
            found[1] = found[1] with { Holder = holder with { IsSure = true } };
        return found;
    }

    // As YAML writes them: the lines that follow and stand further to the right, or are items.
    private static List<HeldText> InBlock(string text, int at, Match lineEnd, SecretHolder holder)
    {
        var found = new List<HeldText>();
        var isText = lineEnd.Groups["block"].Success;
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var outer = Indent(text, start);
        var key = holder.Name;
        for (var next = lineEnd.Index + lineEnd.Length; next < text.Length;)
        {
            var line = Line.Match(text, next);
            var isItem = string.CompareOrdinal(text, next + Indent(text, next), "- ", 0, 2) == 0;
            if (!line.Success || line.Length == 0)
                break;
            next += line.Length;
            var (name, value) = (line.Groups["k"], line.Groups["v"]);
            if (line.Value.Trim().Length == 0)
                continue;
            if (Indent(line.Value, 0) < outer || (Indent(line.Value, 0) == outer && !isItem))
                break;
            key = name.Success ? name.Value : key;
            // A sentence is no value.
            if (value.Length > 0 && (isText || name.Success || !Blank.IsMatch(value.Value)))
                found.Add(new(value.Index, value.Length, key, SecretHolder.Inside(holder, key) ?? holder));
        }
        return found;
    }

    private static int Indent(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        return end - start;
    }
}
