using System.Text;
using EasGen.Core.Files;

namespace EasGen.Cli.Fixing;

/// <summary>
/// Changes of a JSON file by place: whatever they do not name keeps its bytes, its comments, its indentation and its line ends.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="root">The document that was read from it.</param>
/// <param name="comments">The comments that were.</param>
internal sealed class JsonEditor(byte[] file, JsonNode root, IReadOnlyList<Comment> comments)
{
    // What the nodes count from.
    private readonly int start = JsonFile.Start(file);

    /// <summary>Puts another value into the place of one; nothing if a comment would go with it.</summary>
    public FileEdit[]? Replace(JsonNode node, JsonNode by) => HasComment(node.Start, node.End)
        ? null
        : [new(start + node.Start, node.End - node.Start, by.ToString())];

    /// <summary>
    /// Takes a member out of its object, or an item out of its list, with one comma, and with the lines that it has for itself;
    /// nothing if a comment would go with it, or for the document.
    /// </summary>
    public FileEdit[]? Remove(JsonNode node)
    {
        if (Place(root, node) is not var (outer, index))
            return null;
        var (from, to) = (Begin(outer, node), node.End);
        if (HasComment(from, to))
            return null;
        var next = index + 1 < outer.Members.Count ? Begin(outer, outer.Members[index + 1].Value) : outer.End - 1;
        if (Comma(to, next) is { } behind)
            return IsBlank(to, behind) ? [Whole(from, behind + 1)] : [Only(from, to), Only(behind, behind + 1)];
        if (index == 0)
            return [Whole(from, to)];
        if (Comma(outer.Members[index - 1].Value.End, from) is not { } before)
            return null;
        if (!IsBlank(before + 1, from) || LineOf(before) != LineOf(from))
            return [Only(before, before + 1), Whole(from, to)];
        // Some lines begin with their comma.
        return [IsBlank(LineOf(before), before) ? Whole(before, to) : Only(before, to)];
    }

    /// <summary>Gives a member another key.</summary>
    public FileEdit[] Rename(JsonNode node, string key) => [new(start + node.Key.Offset, node.Key.Length, JsonText.Quote(key))];

    /// <summary>
    /// Adds a copy of a value behind the last member of an object, in the layout of that one; nothing if a comment would have to
    /// come along.
    /// </summary>
    /// <param name="outer">The object.</param>
    /// <param name="keys">The key of the member, and of those inside of it down to the value.</param>
    /// <param name="value">A value of the same document.</param>
    public FileEdit[]? Add(JsonNode outer, string[] keys, JsonNode value)
    {
        if (HasComment(value.Start, value.End))
            return null;
        if (outer.Members.Count == 0)
            return AddFirst(outer, keys, value);

        var last = outer.Members[^1].Value;
        var (line, begin) = (LineOf(last.Key.Offset), last.Key.Offset);
        var indent = IsBlank(line, begin) && line > outer.Start ? Text(line, begin) : null;
        var colon = ColonOf(last);
        var member = Member(keys, Indented(value, indent ?? IndentOf(last)), colon);

        // A comma behind the last one stays the style of the object; a comment on its line stays with it.
        var comma = Comma(last.End, outer.End - 1);
        var end = comma + 1 ?? last.End;
        if (indent is null)
            return [new(start + end, 0, comma is null ? $",{Blank(colon)}{member}" : $"{Blank(colon)}{member},")];
        var newLine = line > 1 && Text(line - 2, line) == "\r\n" ? "\r\n" : "\n";
        var behind = start + EndOfLine(end, outer.End - 1);
        return comma is null
            ? [new(start + end, 0, ","), new(behind, 0, $"{newLine}{indent}{member}")]
            : [new(behind, 0, $"{newLine}{indent}{member},")];
    }

    private FileEdit[]? AddFirst(JsonNode outer, string[] keys, JsonNode value) => HasComment(outer.Start, outer.End)
        ? null
        : [new(start + outer.Start, outer.End - outer.Start, $"{{ {Member(keys, Indented(value, IndentOf(outer)), ": ")} }}")];

    // The first key, and the others inside of it down to the value.
    private static string Member(string[] keys, string json, string colon)
    {
        for (var i = keys.Length - 1; i > 0; i--)
            json = $"{{{Blank(colon)}{JsonText.Quote(keys[i])}{colon}{json}{Blank(colon)}}}";
        return $"{JsonText.Quote(keys[0])}{colon}{json}";
    }

    // Who has no blank behind a colon has none anywhere.
    private static string Blank(string colon) => colon.Length > 1 ? " " : "";

    private string ColonOf(JsonNode member)
    {
        var between = Text(member.Key.Offset + member.Key.Length, member.Start);
        return between.Trim() == ":" && !between.Contains('\n', StringComparison.Ordinal) ? between : ": ";
    }

    private string Indented(JsonNode value, string indent) =>
        Text(value.Start, value.End).Replace($"\n{IndentOf(value)}", $"\n{indent}", StringComparison.Ordinal);

    // Before the break; the first place itself where the line goes on behind the second.
    private int EndOfLine(int from, int to)
    {
        if (Find((byte)'\n', from, to) is not { } line)
            return from;
        return line > from && file[start + line - 1] == '\r' ? line - 1 : line;
    }

    private static int Begin(JsonNode outer, JsonNode node) => outer.Kind == JsonKind.Object ? node.Key.Offset : node.Start;

    // In what it stands and where in it, by its bytes: an item of a long list is another node each time.
    private static (JsonNode Outer, int Index)? Place(JsonNode at, JsonNode node)
    {
        var index = 0;
        foreach (var inner in at.Items)
        {
            if (inner.Start == node.Start && inner.End == node.End)
                return (at, index);
            if (inner.Start <= node.Start && node.End <= inner.End)
                return Place(inner, node);
            index++;
        }
        return null;
    }

    private string IndentOf(JsonNode node)
    {
        var line = LineOf(node.Key.Offset);
        return Text(line, line + BlanksBehind(line));
    }

    private string Text(int from, int to) => Encoding.UTF8.GetString(file, start + from, to - from);

    private bool HasComment(int from, int to) => comments.Any(comment => comment.Offset > from && comment.Offset < to);

    private FileEdit Only(int from, int to) => new(start + from, to - from, "");

    // With its lines where nothing else stands on them; else with the blanks that would be left over.
    private FileEdit Whole(int from, int to)
    {
        var line = LineOf(from);
        var end = file.AsSpan(start + to).IndexOf((byte)'\n') is >= 0 and var length ? to + length : file.Length - start;
        var isFirst = IsBlank(line, from);
        var isLast = IsBlank(to, end);
        if (isFirst && isLast)
            return Only(line, Math.Min(end + 1, file.Length - start));
        if (isLast)
            return Only(from - BlanksBefore(from), to);
        return Only(from, to + BlanksBehind(to));
    }

    private int LineOf(int at) => file.AsSpan(start, at).LastIndexOf((byte)'\n') + 1;

    private int BlanksBefore(int at) => at - file.AsSpan(start, at).TrimEnd(" \t"u8).Length;

    private int BlanksBehind(int at)
    {
        var rest = file.AsSpan(start + at);
        return rest.Length - rest.TrimStart(" \t"u8).Length;
    }

    private bool IsBlank(int from, int to) => file.AsSpan(start + from, to - from).Trim(" \t\r\n"u8).IsEmpty;

    private int? Comma(int from, int to) => Find((byte)',', from, to);

    // Between two values, outside of comments.
    private int? Find(byte sign, int from, int to)
    {
        var text = file.AsSpan(start, to);
        for (var at = from; at < to; at++)
        {
            if (text[at] == sign)
                return at;
            if (text[at] == '/')
                at = EndOfComment(text, at) - 1;
        }
        return null;
    }

    // One that goes to the end of its line ends before the break, which may be a '\r' alone.
    private static int EndOfComment(ReadOnlySpan<byte> text, int begin)
    {
        var from = begin + "//".Length;
        var isLine = text[begin + 1] == '/';
        var length = isLine ? text[from..].IndexOfAny("\r\n"u8) : text[from..].IndexOf("*/"u8) + "*/".Length;
        return length < 0 ? text.Length : from + length;
    }
}
