namespace EasGen.Core;

/// <summary>
/// One setting: where it stands in an attribute and in the service JSON, and what it may be. A row is also the key
/// under which a <see cref="Feature"/> holds the value: <c>mount[OssMount.Path]</c>.
/// </summary>
/// <param name="name">The attribute's property or constructor parameter.</param>
/// <param name="path">The place below the room's anchor, <c>oss/path</c>; null when the setting never reaches the JSON.</param>
internal abstract class Row(string name, string? path)
{
    /// <summary>The path of a row that names the JSON key itself, as the key of a label does.</summary>
    public const string Key = "@";

    public string Name { get; } = name;

    public string? Path { get; } = path;

    /// <summary>The keys of the path.</summary>
    public string[] PathSegments { get; } = string.IsNullOrEmpty(path) ? [] : path!.Split('/');

    /// <summary>The value that is written although nobody set it, because sources dispute what EAS would assume.</summary>
    public object? Written { get; init; }

    /// <summary>True when the value is part of the JSON, and not the key or a setting of the running code alone.</summary>
    public bool InJson => Path is not null and not Key;

    /// <summary>True when an attribute argument of this type fits; half-typed code brings others.</summary>
    public abstract bool Accepts(object value);

    /// <summary>The value as it stands in the JSON.</summary>
    public abstract JsonNode ToJson(object value);

    public override string ToString() => Name;
}

/// <summary>Text.</summary>
internal sealed class TextRow(string name, string? path) : Row(name, path)
{
    public override bool Accepts(object value) => value is string;

    public override JsonNode ToJson(object value) => JsonNode.Text((string)value);
}

/// <summary>A list of texts.</summary>
internal sealed class ListRow(string name, string? path) : Row(name, path)
{
    public override bool Accepts(object value) => value is Sequence<string>;

    public override JsonNode ToJson(object value) => JsonNode.List(((Sequence<string>)value).Select(JsonNode.Text));
}

/// <summary>On or off.</summary>
internal sealed class SwitchRow(string name, string? path) : Row(name, path)
{
    /// <summary>True when the JSON says the opposite, as <c>disable_…</c> keys do.</summary>
    public bool Inverted { get; init; }

    public override bool Accepts(object value) => value is bool;

    public override JsonNode ToJson(object value) => JsonNode.Switch((bool)value ^ Inverted);
}

/// <summary>A row with an ordered value, which a bounds rule can check.</summary>
internal abstract class BoundedRow(string name, string? path) : Row(name, path)
{
    public double Minimum { get; init; } = double.NegativeInfinity;

    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>Whether the minimum itself is too small already, as for a price.</summary>
    public bool MinimumExcluded { get; init; }

    /// <summary>NaN is outside of every range.</summary>
    public bool Allows(double value) =>
        (MinimumExcluded ? value > Minimum : value >= Minimum) && value <= Maximum && !double.IsInfinity(value);
}

/// <summary>A whole number.</summary>
internal sealed class IntegerRow(string name, string? path) : BoundedRow(name, path)
{
    public override bool Accepts(object value) => value is int;

    public override JsonNode ToJson(object value) => JsonNode.Number((int)value);
}

/// <summary>A number with a fraction.</summary>
internal sealed class NumberRow(string name, string? path) : BoundedRow(name, path)
{
    /// <summary>What the attribute's unit is multiplied with to give the JSON's: 1000 for seconds against milliseconds.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>True when the JSON holds whole numbers only.</summary>
    public bool Whole { get; init; }

    public override bool Accepts(object value) => value is double;

    public override JsonNode ToJson(object value)
    {
        var scaled = (double)value * Scale;
        return JsonNode.Number(Whole ? Math.Round(scaled) : scaled);
    }
}

/// <summary>A count or a percentage: <c>"3"</c> is written as a number, <c>"20%"</c> as text.</summary>
internal sealed class AmountRow(string name, string? path) : Row(name, path)
{
    public override bool Accepts(object value) => value is string;

    public override JsonNode ToJson(object value) =>
        Amount.Count((string)value) is { } count ? JsonNode.Number(count) : JsonNode.Text((string)value);
}
