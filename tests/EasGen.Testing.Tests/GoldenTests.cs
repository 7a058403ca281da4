using System.Text;

namespace EasGen.Testing.Tests;

public class GoldenTests
{
    [Fact]
    public void A_file_beside_the_test_is_the_expectation() => Golden.Verify("{\n  \"a\": \"ä\"\n}\n", "Golden/sample.json");

    [Fact]
    public void Another_text_fails_with_the_first_line_that_differs()
    {
        var message = Failing.MessageOf(() => Golden.Verify("{\n  \"a\": \"b\"\r\n}\n", "Golden/sample.json"));

        message.ShouldContain("line 2\n  golden: \"  \"a\": \"ä\"\"\n  actual: \"  \"a\": \"b\"\\r\"");
        message.ShouldContain("EASGEN_UPDATE_GOLDEN=1");
    }

    [Fact]
    public void A_missing_file_fails() =>
        Failing.MessageOf(() => Golden.Verify("text", "Golden/missing.json")).ShouldContain("No golden file");

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

        Failing.MessageOf(() => Golden.Verify("a\n", folder.At("golden.txt"), update: false)).ShouldContain("golden: \"\\uFEFFa\"");
    }
}
