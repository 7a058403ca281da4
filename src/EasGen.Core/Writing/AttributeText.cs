using System.Globalization;

namespace EasGen.Core;

/// <summary>A feature as the attribute that says it: <c>OssMount("oss://b/m/", "/models", ReadOnly = true)</c>.</summary>
internal static class AttributeText
{
    public static string Of(Feature feature)
    {
        var arguments = string.Join(", ", Arguments(feature));
        return arguments.Length == 0 ? feature.Room.Attribute : $"{feature.Room.Attribute}({arguments})";
    }

    /// <summary>The arguments that stand behind those of the constructor: <c>ReadOnly = true</c>.</summary>
    public static IEnumerable<string> Named(Feature feature) =>
        feature.Room.Rows.Skip(feature.Room.Arguments).Where(row => IsSaid(feature, row)).Select(row => $"{row.Name} = {Value(feature, row)}");

    /// <summary>The value of a setting as code.</summary>
    public static string Value(Feature feature, Row row) => Value(row, feature.Value(row));

    /// <summary>A value of the setting as code.</summary>
    public static string Value(Row row, object? value) => (row, value) switch
    {
        (ChoiceRow choice, string text) when Array.IndexOf(choice.Choices, text) >= 0 => $"{choice.Type}.{ChoiceRow.Member(text)}",
        (_, Sequence<string> list) => $"new[] {{ {string.Join(", ", list.Select(JsonText.Quote))} }}",
        (_, string text) => JsonText.Quote(text),
        (_, bool on) => on ? "true" : "false",
        (_, double number) => number.ToString("R", CultureInfo.InvariantCulture),
        (_, var other) => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "null",
    };

    /// <summary>True when nothing is said of what the constructor takes, so that all of it fits into an attribute that is there.</summary>
    public static bool IsNamed(Feature feature) => feature.Room.Rows.Take(feature.Room.Arguments).All(row => feature.Value(row) is null);

    /// <summary>False when an argument is missing without which the attribute cannot be written.</summary>
    public static bool IsWhole(Feature feature)
    {
        var said = feature.Room.Rows.Take(feature.Room.Arguments).Count(row => IsSaid(feature, row));
        return said == feature.Room.Arguments || (said == 0 && feature.Room.ArgumentsAreOptional) || feature.Room.Rows.Take(feature.Room.Arguments).Any(static row => row is ListRow);
    }

    private static IEnumerable<string> Arguments(Feature feature)
    {
        // An argument in the middle cannot be left out; one at the end, or in front of nothing, can.
        var constructor = feature.Room.Rows.Take(feature.Room.Arguments).ToArray();
        var said = Array.FindLastIndex(constructor, row => IsSaid(feature, row)) + 1;
        return constructor.Take(said)
            .SelectMany(row => feature.Value(row) is Sequence<string> list ? list.Select(JsonText.Quote) : [Value(feature, row)])
            .Concat(Named(feature));
    }

    private static bool IsSaid(Feature feature, Row row) => row is not MarkRow && feature.Value(row) is not null;
}
