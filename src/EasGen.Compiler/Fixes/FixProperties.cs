using System.Collections.Immutable;

namespace EasGen.Compiler.Fixes;

/// <summary>How a fix travels from the analyzer to the code fix provider, which live in different dlls: as C# in the properties of the diagnostic.</summary>
internal static class FixProperties
{
    private const string TitleKey = "EasGen.FixTitle";
    private const string ValueKey = "EasGen.FixValue";
    private const string MissingKey = "EasGen.FixMissing";

    /// <param name="title">What the light bulb says.</param>
    /// <param name="value">The right value as C#; null when the setting has to go.</param>
    /// <param name="missing">The name of the setting, when the attribute does not say it yet.</param>
    public static ImmutableDictionary<string, string?> Of(string title, string? value, string? missing)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties.Add(TitleKey, title);
        if (value is not null)
            properties.Add(ValueKey, value);
        if (missing is not null)
            properties.Add(MissingKey, missing);
        return properties.ToImmutable();
    }

    public static string? Title(ImmutableDictionary<string, string?> properties) => Get(properties, TitleKey);

    public static string? Value(ImmutableDictionary<string, string?> properties) => Get(properties, ValueKey);

    public static string? Missing(ImmutableDictionary<string, string?> properties) => Get(properties, MissingKey);

    private static string? Get(ImmutableDictionary<string, string?> properties, string key) =>
        properties.TryGetValue(key, out var value) ? value : null;
}
