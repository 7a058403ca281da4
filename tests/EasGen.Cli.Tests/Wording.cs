using EasGen.Testing;

namespace EasGen.Cli.Tests;

/// <summary>What the tool says is plain English.</summary>
public class Wording
{
    [Fact]
    public void Texts_in_the_code_are_plain() =>
        Assert.Empty(PlainEnglish.Texts(typeof(EasgenCommand).Assembly).SelectMany(PlainEnglish.Faults));
}
