using System.Globalization;

namespace EasGen.Core.Settings;

/// <summary>A setting with an ordered value, which a bounds rule can check.</summary>
internal abstract class BoundedSetting(string name, string? path) : Setting(name, path)
{
    public double Minimum { get; init; } = double.NegativeInfinity;

    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>Whether the minimum itself is too small already, as for a price.</summary>
    public bool MinimumExcluded { get; init; }

    /// <summary>The right value in words, where another rule knows it; the bounds are the advice otherwise.</summary>
    public string? Advice { get; init; }

    /// <summary>What an advice names instead of the minimum, because another rule warns of less.</summary>
    public double? AdvisedMinimum { get; init; }

    /// <summary>As <see cref="AdvisedMinimum"/>, for the maximum.</summary>
    public double? AdvisedMaximum { get; init; }

    /// <summary>The value as a number.</summary>
    public abstract double? Number(object? value);

    /// <summary>The number as a value.</summary>
    public abstract object Value(double number);

    /// <summary>NaN is outside of every range.</summary>
    public bool Allows(double value) =>
        (MinimumExcluded ? value > Minimum : value >= Minimum) && value <= Maximum && !double.IsInfinity(value);
}

/// <summary>A whole number.</summary>
internal class IntegerSetting(string name, string? path) : BoundedSetting(name, path)
{
    /// <summary>Numbers inside of the bounds that are not to be had, and that a rule refuses.</summary>
    public int[] Reserved { get; init; } = [];

    public override string Expected => "a whole number";

    public override string ExpectedInsteadOf(JsonNode json) => json.Kind switch
    {
        JsonKind.Number when json.Text.All(static digit => digit is '-' or (>= '0' and <= '9')) =>
            FormattableString.Invariant($"{Expected} from {int.MinValue} to {int.MaxValue}"),
        JsonKind.String when Whole(json.Text) is not null => $"{Expected} without quotes",
        _ => Expected,
    };

    public override double? Number(object? value) => (int?)value;

    public override object Value(double number) => (int)number;

    public override bool Accepts(object value) => value is int;

    public override JsonNode ToJson(object value) => JsonNode.Number((int)value);

    public override object? FromJson(JsonNode json) => json.Kind == JsonKind.Number ? Whole(json.Text) : null;

    protected static object? Whole(string digits) =>
        int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A whole number with a unit: 40 is written as <c>"40Gi"</c>.</summary>
internal sealed class SizeSetting(string name, string? path, string unit) : IntegerSetting(name, path)
{
    public static readonly string[] Spellings = ["Gi", "GB", "G", "GiB"];

    /// <summary>The unit as the JSON spells it.</summary>
    public string Unit { get; } = unit;

    public override string Expected => $"a whole number with its unit, such as \"40{Unit}\"";

    public override JsonNode ToJson(object value) => JsonNode.String(((int)value).ToString(CultureInfo.InvariantCulture) + Unit);

    /// <summary>Other spellings of the unit, and a bare number, were seen in public files.</summary>
    public override object? FromJson(JsonNode json)
    {
        if (json.Kind != JsonKind.String)
            return base.FromJson(json);
        var unit = Array.Find(Spellings, spelling => json.Text.EndsWith(spelling, StringComparison.Ordinal));
        return unit is null ? null : Whole(json.Text.Substring(0, json.Text.Length - unit.Length));
    }

    public override bool IsUsual(JsonNode json) =>
        json.Kind == JsonKind.String && FromJson(json) is { } value && ToJson(value).Text == json.Text;
}

/// <summary>A number with a fraction.</summary>
internal sealed class NumberSetting(string name, string? path) : BoundedSetting(name, path)
{
    /// <summary>What the attribute's unit is multiplied with to give the JSON's: 1000 for seconds against milliseconds.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>True when the JSON holds whole numbers only.</summary>
    public bool Whole { get; init; }

    public override string Expected => Whole ? "a whole number" : "a number";

    public override double? Number(object? value) => (double?)value;

    public override object Value(double number) => number;

    public override bool Accepts(object value) => value is double;

    public override JsonNode ToJson(object value)
    {
        var scaled = (double)value * Scale;
        return JsonNode.Number(Whole ? Math.Round(scaled) : scaled);
    }

    public override object? FromJson(JsonNode json) =>
        json.Kind == JsonKind.Number
        && double.TryParse(json.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && !double.IsInfinity(number)
        && (!Whole || number == Math.Floor(number))
            ? number / Scale
            : null;
}
