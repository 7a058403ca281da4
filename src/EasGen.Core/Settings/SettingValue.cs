using System.Globalization;

namespace EasGen.Core.Settings;

/// <summary>The value of a setting alone, in the unit that each audience has for it: 0.5 seconds are 500 in JSON.</summary>
internal sealed record SettingValue(Setting Setting, object Value) : IMessagePart
{
    public string For(Audience audience) => audience == Audience.Json ? Setting.ToJson(Value).ToString()
        : Value is double number && Math.Abs(number) <= double.MaxValue ? JsonNode.Number(number).ToString()
        : Convert.ToString(Value, CultureInfo.InvariantCulture);
}
