using System.Globalization;

namespace EasGen.Core;

/// <summary>To whom a message speaks.</summary>
internal enum Voice
{
    /// <summary>To somebody with attributes: settings have the names of their properties.</summary>
    Code,

    /// <summary>To somebody with a JSON file: settings have the names of their keys.</summary>
    Json,
}

/// <summary>What the voices say each in its own way.</summary>
internal interface ISpoken
{
    string In(Voice voice);
}

/// <summary>Words of which each voice has its own.</summary>
internal sealed record Said(string Code, string Json) : ISpoken
{
    public string In(Voice voice) => voice == Voice.Json ? Json : Code;
}

/// <summary>A setting with its value: <c>Elastic = true</c>, or <c>"metadata.resource_burstable": true</c>.</summary>
internal sealed record Setting(Row Row, object Value) : ISpoken
{
    public string In(Voice voice) => voice == Voice.Json && Row.InJson
        ? $"\"{Row.JsonKey}\": {Row.ToJson(Value)}"
        : $"{Row} = {AttributeText.Value(Row, Value)}";
}

/// <summary>The value of a setting alone, in the unit that each voice has for it: 0.5 seconds are 500 in JSON.</summary>
internal sealed record SettingValue(Row Row, object Value) : ISpoken
{
    public string In(Voice voice) => voice == Voice.Json ? Row.ToJson(Value).ToString()
        : Value is double number && Math.Abs(number) <= double.MaxValue ? JsonNode.Number(number).ToString()
        : Convert.ToString(Value, CultureInfo.InvariantCulture);
}
