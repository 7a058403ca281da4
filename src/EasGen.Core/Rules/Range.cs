namespace EasGen.Core.Rules;

/// <summary>The judgement of a value against the bounds of its setting.</summary>
internal static class Range
{
    public static Violation? Judge(AddressedFeature feature, BoundedSetting setting)
    {
        return setting.Number(feature.Feature.Value(setting)) is not { } number || setting.Allows(number)
            ? null
            : new($"{setting} is {setting.Says(setting.Value(number))}; set it to {setting.Advice ?? Describe(setting)}");
    }

    // What another rule warns of is no advice.
    private static Message Describe(BoundedSetting setting) => (
        Bound(setting, setting.AdvisedMinimum ?? setting.Minimum),
        Bound(setting, setting.AdvisedMaximum ?? setting.Maximum)) switch
    {
        ({ } minimum, { } maximum) => $"{Kind(setting)} from {minimum} to {maximum}",
        ({ } minimum, null) => setting.MinimumExcluded ? (Message)$"a number above {minimum}" : $"{minimum} or more",
        (null, { } maximum) => $"{maximum} or less",
        _ => "a finite number",
    };

    // In JSON a size has its unit, and is text.
    private static Wording Kind(BoundedSetting setting) => new("a number", setting is SizeSetting ? "a size" : "a number");

    private static SettingValue? Bound(BoundedSetting setting, double bound) =>
        double.IsInfinity(bound) ? null : setting.Says(setting.Value(bound));
}
