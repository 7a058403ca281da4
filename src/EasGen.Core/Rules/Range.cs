using System.Globalization;

namespace EasGen.Core;

/// <summary>The judgement of a value against the bounds of its row.</summary>
internal static class Range
{
    public static Complaint? Judge(Placed feature, BoundedRow row)
    {
        return row.Number(feature.Feature.Value(row)) is not { } number || row.Allows(number)
            ? null
            : new($"{row.Name} is {number.ToString(CultureInfo.InvariantCulture)}; set it to {Describe(row)}");
    }

    private static string Describe(BoundedRow row) => (Text(row.Minimum), Text(row.Maximum)) switch
    {
        ({ } minimum, { } maximum) => $"a number from {minimum} to {maximum}",
        ({ } minimum, null) => row.MinimumExcluded ? $"a number above {minimum}" : $"{minimum} or more",
        (null, { } maximum) => $"{maximum} or less",
        _ => "a finite number",
    };

    private static string? Text(double bound) => double.IsInfinity(bound) ? null : bound.ToString(CultureInfo.InvariantCulture);
}
