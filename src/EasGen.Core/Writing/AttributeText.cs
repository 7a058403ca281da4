using System.Globalization;

namespace EasGen.Core;

/// <summary>A feature as the attribute that says it: <c>OssMount("oss://b/m/", "/models", ReadOnly = true)</c>.</summary>
internal static class AttributeText
{
    public static string Of(Feature feature)
    {
        var arguments = string.Join(", ", Arguments(feature, Value));
        return arguments.Length == 0 ? feature.Room.Attribute : $"{feature.Room.Attribute}({arguments})";
    }

    /// <summary>The arguments that stand behind those of the constructor: <c>ReadOnly = true</c>.</summary>
    public static IEnumerable<string> Named(Feature feature) =>
        Named(feature, Value);

    /// <summary>The value of a setting as code.</summary>
    public static string Value(Feature feature, Row row) => Value(row, feature.Value(row));

    /// <summary>A value of the setting as code.</summary>
    public static string Value(Row row, object? value) => (row, value) switch
    {
        (ValueRow any, string) => any.ToCode(value) ?? "null",
        (ChoiceRow choice, string text) when Array.IndexOf(choice.Choices, text) >= 0 => $"{choice.Type}.{ChoiceRow.Member(text)}",
        (_, Sequence<string> list) => $"new[] {{ {string.Join(", ", list.Select(JsonText.Quote))} }}",
        (_, string text) => JsonText.Quote(text),
        (_, bool on) => on ? "true" : "false",
        (_, double number) => number.ToString("R", CultureInfo.InvariantCulture),
        (_, var other) => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "null",
    };

    /// <summary>True when nothing is said of what the constructor takes, so that all of it fits into an attribute that is there.</summary>
    public static bool IsNamed(Feature feature) =>
        feature.Room.Rows.Take(feature.Room.Arguments + feature.Room.Parts).All(row => feature.Value(row) is null);

    /// <summary>False when an argument is missing without which the attribute cannot be written.</summary>
    public static bool IsWhole(Feature feature)
    {
        var constructor = feature.Room.Constructor(feature);
        var said = constructor.Count(row => IsSaid(feature, row));
        return said == constructor.Length
            || (said == 0 && feature.Room.ArgumentsAreOptional)
            || constructor.Any(static row => row is ListRow);
    }

    /// <summary>
    /// False for a value that JSON can hold and no argument: a choice that is none, an empty list, a mark with another
    /// text.
    /// </summary>
    public static bool CanSay(Row row, object value) => (row, value) switch
    {
        (ChoiceRow choice, string text) => Array.IndexOf(choice.Choices, text) >= 0,
        (MarkRow mark, string text) => text == mark.Text,
        (ValueRow any, string) => any.ToCode(value) is not null,
        (_, Sequence<string> list) => list.Count > 0,
        _ => true,
    };

    /// <summary>The arguments of the attribute, in a style of one's own for the values.</summary>
    /// <param name="feature">What the attribute says; it has what the constructor takes.</param>
    /// <param name="value">A value of a setting as code.</param>
    public static IEnumerable<string> Arguments(Feature feature, Func<Row, object?, string> value)
    {
        // An argument in the middle cannot be left out; one at the end, or in front of nothing, can.
        var constructor = feature.Room.Constructor(feature);
        var said = Array.FindLastIndex(constructor, row => IsSaid(feature, row)) + 1;
        return constructor.Take(said)
            .SelectMany(row => feature.Value(row) is Sequence<string> list ? list.Select(JsonText.Quote) : [value(row, feature.Value(row))])
            .Concat(Named(feature, value));
    }

    private static IEnumerable<string> Named(Feature feature, Func<Row, object?, string> value) =>
        feature.Room.Rows
            .Skip(feature.Room.Arguments + feature.Room.Parts)
            .Where(row => IsSaid(feature, row))
            .Select(row => $"{row.Name} = {value(row, feature.Value(row))}");

    private static bool IsSaid(Feature feature, Row row) => row is not MarkRow && feature.Value(row) is not null;
}
