using EasGen.Testing;

namespace EasGen.AspNetCore.Chat.Tests;

/// <summary>What a service says to its callers, in its log and its exceptions, is plain English.</summary>
public class Wording
{
    [Fact]
    public void Texts_in_the_code_are_plain() =>
        Assert.Empty(PlainEnglish.Texts(typeof(EasChatExtensions).Assembly).SelectMany(PlainEnglish.Faults));
}
