using EasGen.Testing;

namespace EasGen.AspNetCore.Playground.Tests;

/// <summary>What the page and the package say is plain English.</summary>
public class Wording
{
    [Fact]
    public void Texts_in_the_code_are_plain() =>
        Assert.Empty(PlainEnglish.Texts(typeof(EasPlaygroundExtensions).Assembly).SelectMany(PlainEnglish.Faults));

    [Theory]
    [InlineData("page.html")]
    [InlineData("probes.js")]
    [InlineData("answer.js")]
    [InlineData("request.js")]
    [InlineData("chat.js")]
    public void Texts_of_the_page_are_plain(string file) =>
        Assert.Empty(PlainEnglish.Faults(File.ReadAllText(Repository.At("src", "EasGen.AspNetCore.Playground", "Page", file))));
}
