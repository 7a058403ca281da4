using System.Globalization;

namespace EasGen.Core.Settings;

/// <summary>Amounts that EAS takes as a count (3) or as a share of all instances ("20%").</summary>
internal static class Amount
{
    public static int? Count(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)
        && count.ToString(CultureInfo.InvariantCulture) == text
            ? count
            : null;

    public static int? Percentage(string text) =>
        text.EndsWith("%", StringComparison.Ordinal) && Count(text.Substring(0, text.Length - 1)) is { } share and >= 0
            ? share
            : null;

    /// <summary>True for "0" and "0%".</summary>
    public static bool IsZero(string text) => (Count(text) ?? Percentage(text)) == 0;
}
