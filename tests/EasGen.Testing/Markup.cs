using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace EasGen.Testing;

/// <summary>A place where a diagnostic is expected; no id means the only rule of the analyzer under test.</summary>
public readonly record struct Mark(string? Id, TextSpan Span);

/// <summary>A text without its markup, and what the markup said, in the order of the text, the outer mark before the inner.</summary>
public sealed record MarkedText(string Text, IReadOnlyList<Mark> Marks);

/// <summary>Expected diagnostics, written into the source: <c>[|here|]</c> or <c>{|EAS0201:here|}</c>, also nested.</summary>
public static partial class Markup
{
    /// <summary>Takes the markup out of a text.</summary>
    /// <exception cref="FormatException">A mark is not closed, not opened, closed by the wrong bracket, or has no id.</exception>
    public static MarkedText Parse(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<(Match Token, int Start)>();
        var marks = new List<Mark>();
        var copied = 0;

        foreach (Match token in Token().Matches(marked))
        {
            text.Append(marked, copied, token.Index - copied);
            copied = token.Index + token.Length;

            if (token.Value is not ("|]" or "|}"))
            {
                open.Push((token, text.Length));
                continue;
            }

            if (!open.TryPop(out var start))
                throw Malformed(marked, token, "closes nothing");
            if (start.Token.Value[0] == '[' != (token.Value == "|]"))
                throw Malformed(marked, token, $"closes '{start.Token.Value}'");
            if (start.Token.Value == "{|")
                throw Malformed(marked, start.Token, "has no id");

            var id = start.Token.Groups["id"];
            marks.Add(new Mark(id.Success ? id.Value : null, TextSpan.FromBounds(start.Start, text.Length)));
        }

        if (open.TryPeek(out var never))
            throw Malformed(marked, never.Token, "is never closed");

        text.Append(marked, copied, marked.Length - copied);
        // Inner marks close first.
        marks.Reverse();
        return new MarkedText(
            text.ToString(),
            [.. marks.OrderBy(mark => mark.Span.Start).ThenByDescending(mark => mark.Span.Length)]);
    }

    /// <summary>
    /// Puts marks into a text: the inverse of <see cref="Parse"/>, for failure messages that can be pasted into the test.
    /// </summary>
    public static string Render(string text, IReadOnlyList<Mark> marks)
    {
        ArgumentNullException.ThrowIfNull(text);

        var marked = new StringBuilder();
        for (var at = 0; at <= text.Length; at++)
        {
            foreach (var mark in marks.Reverse().Where(mark => mark.Span.End == at && !mark.Span.IsEmpty).OrderBy(mark => mark.Span.Length))
                marked.Append(Closing(mark));
            foreach (var mark in marks.Where(mark => mark.Span.Start == at && mark.Span.IsEmpty))
                marked.Append(Opening(mark)).Append(Closing(mark));
            foreach (var mark in marks.Where(mark => mark.Span.Start == at && !mark.Span.IsEmpty)
                .OrderByDescending(mark => mark.Span.Length))
                marked.Append(Opening(mark));
            if (at < text.Length)
                marked.Append(text[at]);
        }

        return marked.ToString();
    }

    private static string Opening(Mark mark) => mark.Id is null ? "[|" : $"{{|{mark.Id}:";

    private static string Closing(Mark mark) => mark.Id is null ? "|]" : "|}";

    private static FormatException Malformed(string marked, Match token, string fault)
    {
        var line = marked.AsSpan(0, token.Index).Count('\n') + 1;
        return new FormatException($"Markup: '{token.Value}' in line {line} {fault}.");
    }

    // A '{|' without an id is a token too: it is a slip of the pen, and must not pass as text.
    [GeneratedRegex(@"\[\||\{\|(?:(?<id>\w+):)?|\|\]|\|\}")]
    private static partial Regex Token();
}
