namespace EasGen.Testing.Tests;

/// <summary>A document is taken apart as its readers see it.</summary>
public class MarkdownFileTests
{
    private static readonly MarkdownFile Document = MarkdownFile.Parse("""
        # Title

        A paragraph with a [link](https://a.example) and `no [link](in/code)`,
        which goes on.

        ```sh
        # no heading
        [no link](x)
        ```

        | a | b |
        |---|---|
        | 1 | [2][two] |

        * One
        * Two,
          which goes on

        ## Further

        [two]: https://b.example
        """);

    [Fact]
    public void Code_has_its_language_and_its_text() =>
        Assert.Equal([new CodeSample("sh", "# no heading\n[no link](x)\n")], Document.Code);

    [Fact]
    public void Links_are_found_in_prose_alone() => Assert.Equal(["https://a.example", "https://b.example"], Document.Links);

    [Fact]
    public void The_outline_has_no_words() => Assert.Equal(
        [
            "#", "paragraph", "sh\n# no heading\n[no link](x)\n",
            "row of 2", "paragraph", "paragraph", "row of 2", "paragraph", "paragraph",
            "item", "paragraph", "item", "paragraph", "##",
        ],
        Document.Outline);
}
