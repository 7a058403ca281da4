namespace EasGen.Core.Settings;

/// <summary>A setting with its value: <c>Elastic = true</c>, or <c>"metadata.resource_burstable": true</c>.</summary>
internal sealed record SettingWithValue(Setting Setting, object Value) : IMessagePart
{
    public string For(Audience audience) => audience == Audience.Json && Setting.InJson
        ? $"\"{Setting.JsonKey}\": {Setting.ToJson(Value)}"
        : $"{Setting} = {Setting.ToCode(Value)}";
}
