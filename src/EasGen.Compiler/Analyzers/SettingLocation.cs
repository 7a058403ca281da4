using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Analyzers;

/// <summary>What stands at a place in the code.</summary>
internal enum SettingLocationKind
{
    /// <summary>Something around the setting, where nothing can be mended.</summary>
    Around,

    /// <summary>The expression that gives a property its value: it can be replaced, and the argument can go.</summary>
    Property,

    /// <summary>The expression of a positional argument: it can be replaced, and goes with its attribute only.</summary>
    Positional,

    /// <summary>The name of the attribute that could say the setting and does not: an argument can be added.</summary>
    Missing,

    /// <summary>The attribute that says it by being there: it can go.</summary>
    Attribute,
}

/// <summary>Where something stands in the code.</summary>
/// <param name="Location">The value, else the attribute, else the class.</param>
/// <param name="Kind">What stands there.</param>
/// <param name="Feature">Which of the declared features the attribute is.</param>
/// <param name="Setting">The setting, if it is a single one.</param>
internal readonly record struct SettingLocation(
    Location Location,
    SettingLocationKind Kind = SettingLocationKind.Around,
    int Feature = -1,
    Setting? Setting = null);
