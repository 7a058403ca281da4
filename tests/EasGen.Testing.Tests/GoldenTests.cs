using System.Text;

namespace EasGen.Testing.Tests;

public class GoldenTests
{
    [Fact]
    public void A_file_beside_the_test_is_the_expectation() => Golden.Verify("{\n  \"a\": \"ä\"\n}\n", "Golden/sample.json");

    [Fact]
    public void Another_text_fails_with_the_lines_that_differ()
    {
        var message = Failing.MessageOf(() => Golden.Verify("{\n  \"a\": \"b\"\r\n}\n", "Golden/sample.json"));

        message.ShouldContain("from line 2\n-   \"a\": \"ä\"\n+   \"a\": \"b\"\\r\n");
        message.ShouldContain("EASGEN_UPDATE_GOLDEN=1");
    }

    [Fact]
    public void A_missing_file_fails() =>
        Failing.MessageOf(() => Golden.Verify("text", "Golden/missing.json")).ShouldContain("There is no file");

    [Fact]
    public void A_long_difference_is_cut()
    {
        using var folder = ProjectCopy.Empty();
        File.WriteAllText(folder.At("golden.txt"), "a\nz\n");
        var lines = string.Concat(Enumerable.Range(1, 30).Select(static line => $"{line}\n"));

        var message = Failing.MessageOf(() => Golden.Verify($"a\n{lines}z\n", folder.At("golden.txt"), update: false));

        message.ShouldContain("from line 2\n+ 1\n");
        message.ShouldContain("+ 20\n+ … 10 more lines\n");
    }

    [Fact]
    public void An_update_writes_the_file_without_a_byte_order_mark()
    {
        using var folder = ProjectCopy.Empty();
        var file = folder.At("new/golden.txt");

        Golden.Verify("ä\n", file, update: true);
        Golden.Verify("ä\n", file, update: false);

        Assert.Equal("ä\n"u8.ToArray(), File.ReadAllBytes(file));
    }

    [Fact]
    public void A_byte_order_mark_is_a_difference()
    {
        using var folder = ProjectCopy.Empty();
        File.WriteAllText(folder.At("golden.txt"), "a\n", Encoding.UTF8);

        Failing.MessageOf(() => Golden.Verify("a\n", folder.At("golden.txt"), update: false)).ShouldContain("- \\uFEFFa\n+ a\n");
    }
}
