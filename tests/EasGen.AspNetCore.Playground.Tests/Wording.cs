using EasGen.Testing;

namespace EasGen.AspNetCore.Playground.Tests;

/// <summary>What the page and the package say is plain English.</summary>
public class Wording
{
    private static readonly string Page = Repository.At("src", "EasGen.AspNetCore.Playground", "Page");

    [Fact]
    public void Texts_in_the_code_are_plain() =>
        Assert.Empty(PlainEnglish.Texts(typeof(EasPlaygroundExtensions).Assembly).SelectMany(PlainEnglish.Faults));

    [Theory]
    [MemberData(nameof(Files))]
    public void Texts_of_the_page_are_plain(string file) =>
        Assert.Empty(PlainEnglish.Faults(File.ReadAllText(Path.Combine(Page, file))));

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Page)
        .Select(static file => Path.GetFileName(file))
        .Where(static file => Path.GetExtension(file) != ".cs")];
}
