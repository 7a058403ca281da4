using EasGen.Testing;

namespace EasGen.Rehearsal.Tests;

/// <summary>What a rehearsal says, in its report and its exceptions, is plain English.</summary>
public class Wording
{
    [Fact]
    public void Texts_in_the_code_are_plain() =>
        Assert.Empty(PlainEnglish.Texts(typeof(EasRehearsal).Assembly).SelectMany(PlainEnglish.Faults));
}
