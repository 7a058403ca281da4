using EasGen.Core.Rules;

namespace EasGen.Rehearsal.Acts;

/// <summary>Makes advice.</summary>
internal static class Advice
{
    /// <summary>To change a setting of the service JSON.</summary>
    public static RehearsalAdvice At(string pointer, string text, Rule? rule = null) => new(JsonPointer.Spoken(pointer), text, rule?.Id);

    /// <summary>To change the program.</summary>
    public static RehearsalAdvice Program(string text, Rule? rule = null) => new(null, text, rule?.Id);
}
