namespace EasGen.Core.Rules;

/// <summary>Words of which each audience has its own.</summary>
internal sealed record Wording(string Code, string Json) : IMessagePart
{
    public string For(Audience audience) => audience == Audience.Json ? Json : Code;
}
