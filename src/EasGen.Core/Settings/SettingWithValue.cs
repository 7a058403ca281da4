namespace EasGen.Core.Settings;

/// <summary>A setting with its value: <c>Elastic = true</c>, or <c>"resource_burstable": true in 'metadata'</c>.</summary>
internal sealed record SettingWithValue(Setting Setting, object Value) : IMessagePart
{
    public string For(Audience audience)
    {
        if (audience == Audience.Code || !Setting.InJson)
            return $"{Setting} = {Setting.ToCode(Value)}";
        // The key as it can be copied, and the object that it belongs in.
        var keys = Setting.PathSegments;
        var outer = string.Join(".", keys.Take(keys.Length - 1));
        return $"{JsonText.Quote(keys.LastOrDefault() ?? "")}: {Setting.ToJson(Value)}{(outer.Length > 0 ? $" in '{outer}'" : "")}";
    }
}
