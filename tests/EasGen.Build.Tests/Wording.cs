using EasGen.Testing;

namespace EasGen.Build.Tests;

/// <summary>What the build says is plain English.</summary>
public class Wording
{
    [Fact]
    public void Texts_in_the_code_are_plain() =>
        Assert.Empty(PlainEnglish.Texts(typeof(WriteEasManifests).Assembly).SelectMany(PlainEnglish.Faults));
}
