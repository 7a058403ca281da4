namespace EasGen.Core.Rooms;

/// <summary>How many instances an update may add and take away at a time.</summary>
internal static class RollingUpdate
{
    public static readonly AmountRow MaxSurge = new("MaxSurge", "metadata/rolling_strategy/max_surge") { Console = "Rolling Update: exceeding / unavailable" };
    public static readonly AmountRow MaxUnavailable = new("MaxUnavailable", "metadata/rolling_strategy/max_unavailable") { Console = "Rolling Update: exceeding / unavailable" };

    public static readonly Rule EAS0610_SurgeHasForm = Rule.Error("EAS0610", "MaxSurge is neither a count nor a percentage").Each(MaxSurge, static text => Judge(MaxSurge, text));

    public static readonly Rule EAS0611_UnavailableHasForm = Rule.Error("EAS0611", "MaxUnavailable is neither a count nor a percentage").Each(MaxUnavailable, static text => Judge(MaxUnavailable, text));

    public static readonly Rule EAS0612_UpdateCanMove = Rule.Error("EAS0612", "Rolling update may neither add nor remove an instance")
        .When(static service =>
        {
            if (service.One(MaxSurge) is { } update && update[MaxSurge] is { } surge && update[MaxUnavailable] is { } unavailable && Amount.IsZero(surge) && Amount.IsZero(unavailable))
                service.Report(update.At(MaxSurge), $"{MaxSurge} and {MaxUnavailable} are both 0, so an update can never start; allow one more instance", Fix.Use("1"));
        });

    public static readonly Room Room = new(
        "RollingUpdate",
        "",
        [MaxSurge, MaxUnavailable],
        [EAS0610_SurgeHasForm, EAS0611_UnavailableHasForm, EAS0612_UpdateCanMove]);

    private static Complaint? Judge(AmountRow row, string text) => Amount.Count(text) >= 0 || Amount.Percentage(text) is not null
        ? null
        : new($"{row} is '{text}'; write a count such as \"1\" or a share of the instances such as \"10%\"");
}
