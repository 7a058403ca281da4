namespace EasGen.Core.ServiceModel;

/// <summary>A feature as the attribute that says it: <c>OssMount("oss://b/m/", "/models", ReadOnly = true)</c>.</summary>
internal static class AttributeText
{
    public static string Of(Feature feature)
    {
        var arguments = string.Join(", ", Arguments(feature, Value));
        return arguments.Length == 0 ? feature.Type.Attribute : $"{feature.Type.Attribute}({arguments})";
    }

    /// <summary>The arguments that stand behind those of the constructor: <c>ReadOnly = true</c>.</summary>
    public static IEnumerable<string> Named(Feature feature) =>
        Named(feature, Value);

    /// <summary>The value of a setting as code.</summary>
    public static string Value(Feature feature, Setting setting) => Value(setting, feature.Value(setting));

    /// <summary>A value of the setting as code; <c>null</c> for none, as in code that is not finished.</summary>
    public static string Value(Setting setting, object? value) => value is null ? "null" : setting.ToCode(value);

    /// <summary>True when nothing is said of what the constructor takes, so that all of it fits into an attribute that is there.</summary>
    public static bool IsNamed(Feature feature) =>
        feature.Type.Settings.Take(feature.Type.Arguments + feature.Type.Parts).All(setting => feature.Value(setting) is null);

    /// <summary>False when an argument is missing without which the attribute cannot be written.</summary>
    public static bool IsWhole(Feature feature)
    {
        var constructor = feature.Type.Constructor(feature);
        var said = constructor.Count(setting => IsSaid(feature, setting));
        return said == constructor.Length
            || (said == 0 && feature.Type.ArgumentsAreOptional)
            || constructor.Any(static setting => setting is ArraySetting);
    }

    /// <summary>The arguments of the attribute, in a style of one's own for the values.</summary>
    /// <param name="feature">What the attribute says; it has what the constructor takes.</param>
    /// <param name="value">A value of a setting as code.</param>
    public static IEnumerable<string> Arguments(Feature feature, Func<Setting, object?, string> value)
    {
        // An argument in the middle cannot be left out; one at the end, or in front of nothing, can.
        var constructor = feature.Type.Constructor(feature);
        var said = Array.FindLastIndex(constructor, setting => IsSaid(feature, setting)) + 1;
        return constructor.Take(said)
            .SelectMany(setting =>
                feature.Value(setting) is EquatableArray<string> list
                    ? list.Select(JsonText.Quote)
                    : [value(setting, feature.Value(setting))])
            .Concat(Named(feature, value));
    }

    private static IEnumerable<string> Named(Feature feature, Func<Setting, object?, string> value) =>
        feature.Type.Settings
            .Skip(feature.Type.Arguments + feature.Type.Parts)
            .Where(setting => IsSaid(feature, setting))
            .Select(setting => $"{setting.Name} = {value(setting, feature.Value(setting))}");

    private static bool IsSaid(Feature feature, Setting setting) => setting is not ConstantSetting && feature.Value(setting) is not null;
}
