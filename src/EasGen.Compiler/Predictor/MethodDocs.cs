using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.Predictor;

/// <summary>What the documentation comment of a method says, as plain text.</summary>
/// <param name="Summary">Its summary, in one line; null without one.</param>
/// <param name="Remarks">Its remarks, an empty line between two paragraphs; null without any.</param>
internal sealed record MethodDocs(string? Summary, string? Remarks)
{
    private static readonly MethodDocs None = new(null, null);

    // Read from the text: unless a project writes its documentation file, such comments are comments like any other to the compiler.
    public static MethodDocs Of(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (var declaration in method.DeclaringSyntaxReferences)
        {
            // Most methods have blanks in front of them, and nothing else.
            if (IsBlank(declaration.GetSyntax(cancellation).GetLeadingTrivia()))
                continue;
            var comment = string.Concat(
                declaration.GetSyntax(cancellation).GetLeadingTrivia().Select(static trivia => trivia.ToFullString()));
            if (Xml(comment) is { Length: > 0 } xml)
                return Parse(xml);
        }
        return None;
    }

    private static bool IsBlank(SyntaxTriviaList list)
    {
        foreach (var trivia in list)
        {
            if (!trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                return false;
        }
        return true;
    }

    private static string Xml(string comment)
    {
        var xml = new StringBuilder();
        var isBlock = false;
        foreach (var part in comment.Split('\n'))
        {
            var line = part.Trim();
            if (line.StartsWith("///", StringComparison.Ordinal) && !line.StartsWith("////", StringComparison.Ordinal))
            {
                xml.Append(line, 3, line.Length - 3).Append('\n');
                continue;
            }
            isBlock |= line.StartsWith("/**", StringComparison.Ordinal);
            if (!isBlock)
                continue;
            var ends = line.EndsWith("*/", StringComparison.Ordinal);
            xml.Append((ends ? line.Substring(0, line.Length - 2) : line).TrimStart('/', '*')).Append('\n');
            isBlock = !ends;
        }
        return xml.ToString();
    }

    private static MethodDocs Parse(string xml)
    {
        try
        {
            var docs = XElement.Parse($"<docs>{xml}</docs>");
            return new(Text(docs.Element("summary"), " "), Text(docs.Element("remarks"), "\n\n"));
        }
        catch (XmlException)
        {
            // The compiler tells those who want to know.
            return None;
        }
    }

    private static string? Text(XElement? element, string paragraphs)
    {
        if (element is null)
            return null;

        var text = new StringBuilder();
        Append(element, text);
        var parts = text
            .ToString()
            .Split('\f')
            .Select(static part => Regex.Replace(part, @"\s+", " ").Trim())
            .Where(static part => part.Length > 0)
            .ToArray();
        return parts.Length == 0 ? null : string.Join(paragraphs, parts);
    }

    private static void Append(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words)
                text.Append(words.Value);
            if (node is not XElement inner)
                continue;

            var isParagraph = inner.Name.LocalName is "para" or "item" or "code" or "list";
            text.Append(isParagraph ? "\f" : "");
            if (inner.IsEmpty)
                text.Append(Name(inner));
            else
                Append(inner, text);
            text.Append(isParagraph ? "\f" : "");
        }
    }

    // M:Acme.Iris.Classify(System.Int32) and Iris.Classify are both Classify.
    private static string Name(XElement reference)
    {
        var name = (reference.Attribute("cref")
            ?? reference.Attribute("name") ?? reference.Attribute("langword") ?? reference.Attribute("href"))?.Value ?? "";
        if (reference.Attribute("cref") is null)
            return name;
        var signature = name.IndexOfAny(['(', '{', '<']);
        var path = signature < 0 ? name : name.Substring(0, signature);
        return path.Substring(path.LastIndexOfAny(['.', ':']) + 1);
    }
}
