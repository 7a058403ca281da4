namespace EasGen.Core;

/// <summary>The judgement of a value against the bounds of its row.</summary>
internal static class Range
{
    public static Complaint? Judge(Placed feature, BoundedRow row)
    {
        return row.Number(feature.Feature.Value(row)) is not { } number || row.Allows(number)
            ? null
            : new($"{row} is {row.Says(row.Value(number))}; set it to {Describe(row)}");
    }

    // In JSON a size has its unit, and is text.
    private static Message Describe(BoundedRow row) => (Bound(row, row.Minimum), Bound(row, row.Maximum)) switch
    {
        ({ } minimum, { } maximum) => $"{new Said("a number", row is SizeRow ? "a size" : "a number")} from {minimum} to {maximum}",
        ({ } minimum, null) => row.MinimumExcluded ? (Message)$"a number above {minimum}" : $"{minimum} or more",
        (null, { } maximum) => $"{maximum} or less",
        _ => "a finite number",
    };

    private static SettingValue? Bound(BoundedRow row, double bound) => double.IsInfinity(bound) ? null : row.Says(row.Value(bound));
}
