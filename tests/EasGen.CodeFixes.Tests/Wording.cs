using EasGen.Testing;

namespace EasGen.CodeFixes.Tests;

/// <summary>What the light bulb says is plain English.</summary>
public class Wording
{
    [Fact]
    public void Texts_in_the_code_are_plain() =>
        Assert.Empty(PlainEnglish.Texts(typeof(MakePartialFix).Assembly).SelectMany(PlainEnglish.Faults));
}
