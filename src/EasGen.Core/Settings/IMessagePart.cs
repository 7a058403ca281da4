namespace EasGen.Core.Settings;

/// <summary>What the voices say each in its own way.</summary>
internal interface IMessagePart
{
    string For(Audience audience);
}
