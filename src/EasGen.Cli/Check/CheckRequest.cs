using EasGen.Cli.Policy;

namespace EasGen.Cli.Check;

/// <summary>What a check is asked for.</summary>
/// <param name="Paths">Files, folders, patterns.</param>
/// <param name="Format">That of the report.</param>
/// <param name="Severities">How much rules count, whatever the settings say.</param>
/// <param name="MaxWarnings">How many warnings there may be; null for any number.</param>
/// <param name="Baseline">The file of the findings that are known.</param>
/// <param name="WritesBaseline">True to write that file instead of reading it.</param>
/// <param name="StandardInputName">The file that the standard input stands for.</param>
/// <param name="Fixes">True to apply the fixes that are certain.</param>
internal sealed record CheckRequest(
    string[] Paths,
    string Format,
    RuleSetting[] Severities,
    int? MaxWarnings,
    string? Baseline,
    bool WritesBaseline,
    string? StandardInputName,
    bool Fixes);
