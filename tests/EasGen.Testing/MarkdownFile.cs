using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace EasGen.Testing;

/// <summary>A fenced block of code in a document.</summary>
/// <param name="Language">The word after the fence, such as <c>csharp</c>.</param>
/// <param name="Text">The code, with a line break at its end.</param>
public sealed record CodeSample(string Language, string Text);

/// <summary>A document, taken apart.</summary>
public sealed class MarkdownFile
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    private readonly MarkdownDocument document;

    private MarkdownFile(string text) => document = Markdown.Parse(text, Pipeline);

    /// <summary>The blocks of code from top to bottom.</summary>
    public IReadOnlyList<CodeSample> Code =>
        [.. document.Descendants<FencedCodeBlock>().Select(static block => new CodeSample(block.Info ?? "", TextOf(block)))];

    /// <summary>The targets of links and images from top to bottom.</summary>
    public IReadOnlyList<string> Links => [.. document.Descendants<LinkInline>().Select(static link => link.Url ?? "")];

    /// <summary>
    /// What does not depend on the language of the reader: the level of each heading, the code as it is, the columns of each row of a
    /// table, and that there is an item of a list or a paragraph.
    /// </summary>
    public IReadOnlyList<string> Outline => [.. document.Descendants<Block>().Select(Describe).OfType<string>()];

    /// <summary>Reads a file.</summary>
    public static MarkdownFile Read(string path) => Parse(File.ReadAllText(path));

    /// <summary>Takes a text apart.</summary>
    public static MarkdownFile Parse(string text) => new(text);

    private static string? Describe(Block block) => block switch
    {
        HeadingBlock heading => new string('#', heading.Level),
        FencedCodeBlock code => $"{code.Info}\n{TextOf(code)}",
        TableRow row => $"row of {row.Count}",
        ListItemBlock => "item",
        ParagraphBlock => "paragraph",
        _ => null,
    };

    private static string TextOf(FencedCodeBlock block) => $"{block.Lines}\n";
}
