using System.Text;

namespace EasGen.Core.Starting;

/// <summary>
/// Takes a start line apart: as a shell does, or, without a shell, as EAS does with a command, where an operator is one only in the eyes of
/// the person who wrote it. Each character is looked at a fixed number of times, and nothing in the text is an error.
/// </summary>
internal sealed class ShellReader
{
    private readonly string text;
    private readonly bool inShell;
    private readonly List<ShellCommand> commands = [];
    private readonly StringBuilder word = new();
    private Queue<string>? documents;
    private List<ShellWord> words = [];
    private int at;
    private int lastEnd = -1;
    private int? openQuote;
    private bool hasComment;

    private ShellReader(string text, bool inShell) => (this.text, this.inShell) = (text, inShell);

    public static ShellLine Read(string text, bool inShell)
    {
        var reader = new ShellReader(text, inShell);
        reader.Read();
        return new(reader.commands, reader.openQuote);
    }

    private void Read()
    {
        while (at < text.Length)
        {
            if (LineContinues())
                continue;
            if (IsBlank(at))
                at++;
            else if (OperatorAt(at) is { } found)
                End(found);
            else if (inShell && text[at] == '#')
                (at, hasComment) = (IndexOrEnd('\n'), true);
            else if (inShell && IsRedirection(at))
                Redirect();
            else
                words.Add(Word());
        }
        End("");
    }

    private void End(string found)
    {
        at += found.Length;
        if (words.Count > 0)
            commands.Add(new(words, found) { HasComment = hasComment });
        // (a; b) & leaves all of it in the background.
        else if (found == "&" && commands.Count > 0 && commands[commands.Count - 1].End == ")")
            commands[commands.Count - 1] = commands[commands.Count - 1] with { End = found };
        (words, hasComment) = ([], false);
        if (found == "\n")
            SkipDocuments();
    }

    private ShellWord Word()
    {
        var start = at;
        word.Clear();
        while (at < text.Length && !IsBlank(at) && !(inShell && IsRedirection(at)) && (OperatorAt(at) is null || IsList()))
        {
            if (LineContinues())
                continue;
            switch (text[at])
            {
                case '\'':
                    SingleQuoted();
                    break;
                case '"':
                    DoubleQuoted();
                    break;
                case '\\' when at + 1 < text.Length:
                    word.Append(text[at + 1]);
                    at += 2;
                    break;
                case '$' or '`':
                    Expansion();
                    break;
                // An array of bash: NAME=(a b).
                case '(' when inShell:
                    List();
                    break;
                default:
                    word.Append(text[at++]);
                    break;
            }
        }
        lastEnd = at;
        return new(word.ToString(), start, at);
    }

    private void SingleQuoted()
    {
        var start = at++;
        var end = IndexOrEnd('\'');
        word.Append(text, at, end - at);
        at = end;
        Close(start);
    }

    private void DoubleQuoted()
    {
        var start = at++;
        while (at < text.Length && text[at] != '"')
        {
            if (LineContinues())
                continue;
            if (text[at] is '$' or '`')
            {
                Expansion();
                continue;
            }
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\\' or '$' or '`')
                at++;
            word.Append(text[at++]);
        }
        Close(start);
    }

    // Behind the quote that closes the one at the start, or at the end of the text when there is none.
    private void Close(int start)
    {
        if (at >= text.Length)
            openQuote ??= start;
        at = Math.Min(at + 1, text.Length);
    }

    // What only the running shell knows stays as it is written: $NAME, ${NAME}, $(command), `command`.
    private void Expansion()
    {
        var start = at++;
        if (text[start] == '`')
        {
            at = IndexOrEnd('`');
            Close(start);
        }
        else if (at < text.Length && text[at] is '(' or '{')
        {
            SkipNested(text[at], text[at] == '(' ? ')' : '}');
        }
        else if (inShell && at < text.Length && text[at] == '\'')
        {
            Escaped();
            return;
        }
        word.Append(text, start, at - start);
    }

    // $'…' of bash, in which a backslash may stand before a quote.
    private void Escaped()
    {
        var start = at++;
        while (at < text.Length && text[at] != '\'')
        {
            at += text[at] == '\\' && at + 1 < text.Length ? 1 : 0;
            word.Append(text[at++]);
        }
        Close(start);
    }

    private void List()
    {
        var start = at;
        SkipNested('(', ')');
        word.Append(text, start, at - start);
    }

    private bool IsList() => inShell && text[at] == '(' && word.Length > 0 && word[word.Length - 1] == '=';

    private void SkipNested(char open, char close)
    {
        var depth = 0;
        do
        {
            depth += text[at] == open ? 1 : text[at] == close ? -1 : 0;
            at++;
        }
        while (depth > 0 && at < text.Length);
    }

    // A number in front is the stream, what follows is the file: no word of the program's. A document follows on the next lines.
    private void Redirect()
    {
        if (lastEnd == at && words.Count > 0 && words[words.Count - 1].Text.All(char.IsDigit))
            words.RemoveAt(words.Count - 1);
        var isDocument = string.CompareOrdinal(text, at, "<<", 0, 2) == 0 && string.CompareOrdinal(text, at, "<<<", 0, 3) != 0;
        while (at < text.Length && text[at] is '<' or '>' or '&')
            at++;
        if (at < text.Length && text[at] is '|' or '-')
            at++;
        while (at < text.Length && IsBlank(at))
            at++;
        if (at == text.Length || OperatorAt(at) is not null)
            return;
        var target = Word().Text;
        if (isDocument)
            (documents ??= new()).Enqueue(target);
    }

    private void SkipDocuments()
    {
        while (documents?.Count > 0)
        {
            var mark = documents.Dequeue();
            while (at < text.Length)
            {
                var end = IndexOrEnd('\n');
                var line = text.Substring(at, end - at).Trim();
                at = Math.Min(end + 1, text.Length);
                if (line == mark)
                    break;
            }
        }
    }

    private bool LineContinues()
    {
        if (text[at] != '\\')
            return false;
        var next = at + 1 < text.Length && text[at + 1] == '\r' ? at + 2 : at + 1;
        if (next >= text.Length || text[next] != '\n')
            return false;
        at = next + 1;
        return true;
    }

    private string? OperatorAt(int index) => text[index] switch
    {
        '\n' => "\n",
        '&' when Next(index) == '&' => "&&",
        '|' when Next(index) == '|' => "||",
        var sign => inShell ? ShellOperator(index, sign) : PlainOperator(index, sign),
    };

    private string? ShellOperator(int index, char sign) => sign switch
    {
        ';' => ";",
        '&' when Next(index) != '>' => "&",
        '|' => Next(index) == '&' ? "|&" : "|",
        '(' => "(",
        ')' => ")",
        _ => null,
    };

    // Glued to other characters it is part of an argument, as the semicolon between two URLs.
    private string? PlainOperator(int index, char sign)
    {
        if (!(index + 1 == text.Length || IsBlank(index + 1) || text[index + 1] == '\n'))
            return null;
        var stands = index == 0 || IsBlank(index - 1) || text[index - 1] == '\n';
        return sign switch
        {
            ';' => ";",
            '|' when stands => "|",
            '&' when stands => "&",
            _ => null,
        };
    }

    private bool IsRedirection(int index) => text[index] is '<' or '>' || (text[index] == '&' && Next(index) == '>');

    private char Next(int index) => index + 1 < text.Length ? text[index + 1] : '\0';

    private bool IsBlank(int index) => text[index] is ' ' or '\t' or '\r';

    private int IndexOrEnd(char sign) => text.IndexOf(sign, at) is >= 0 and var found ? found : text.Length;
}
