using System.Globalization;

namespace EasGen.Core.Settings;

/// <summary>One of a few texts; an enum in the attribute, whose members are the texts in their order and with a capital.</summary>
internal sealed class EnumSetting(string name, string? path, string type, params string[] choices) : Setting(name, path)
{
    /// <summary>The enum.</summary>
    public string Type { get; } = type;

    public string[] Choices { get; } = choices;

    public override string Expected => $"one of {string.Join(", ", Choices.Select(JsonText.Quote))}";

    /// <summary>The enum's member for a choice.</summary>
    public static string Member(string choice) => char.ToUpperInvariant(choice[0]) + choice.Substring(1).ToLowerInvariant();

    public override bool Accepts(object value) => value is string;

    /// <summary>A number that no member has stays a number, which its rule refuses.</summary>
    public override object? FromArgument(object value) =>
        value is not int ordinal ? null
        : ordinal >= 0 && ordinal < Choices.Length ? Choices[ordinal]
        : ordinal.ToString(CultureInfo.InvariantCulture);

    public override string ToCode(object value) => FitsAttribute(value) ? $"{Type}.{Member((string)value)}" : base.ToCode(value);

    public override bool FitsAttribute(object value) => Array.IndexOf(Choices, (string)value) >= 0;

    public override JsonNode ToJson(object value) => JsonNode.String((string)value);

    public override object? FromJson(JsonNode json) => json.Kind == JsonKind.String ? json.Text : null;
}
