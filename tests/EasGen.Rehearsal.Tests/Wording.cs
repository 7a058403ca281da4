using EasGen.Testing;

namespace EasGen.Rehearsal.Tests;

/// <summary>What the running app says, in its log and its exceptions, is plain English.</summary>
public class Wording
{
    [Fact]
    public void Texts_in_the_code_are_plain() =>
        Assert.Empty(PlainEnglish.Texts(typeof(EasServiceExtensions).Assembly).SelectMany(PlainEnglish.Faults));
}
