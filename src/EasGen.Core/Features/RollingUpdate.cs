using System.Globalization;

namespace EasGen.Core.Features;

/// <summary>How many instances an update may add and take away at a time.</summary>
internal static class RollingUpdate
{
    public static readonly CountOrPercentSetting MaxSurge = new("MaxSurge", "metadata/rolling_strategy/max_surge")
    {
        Console = ConsoleParameters.RollingUpdate,
    };
    public static readonly CountOrPercentSetting MaxUnavailable = new("MaxUnavailable", "metadata/rolling_strategy/max_unavailable")
    {
        Console = ConsoleParameters.RollingUpdate,
    };

    public static readonly Rule EAS0610_SurgeHasForm = Rule.Error(
        "EAS0610",
        "MaxSurge is neither a count nor a percentage").Each(MaxSurge, static text => Judge(MaxSurge, text));

    public static readonly Rule EAS0611_UnavailableHasForm = Rule.Error(
        "EAS0611",
        "MaxUnavailable is neither a count nor a percentage").Each(MaxUnavailable, static text => Judge(MaxUnavailable, text));

    public static readonly Rule EAS0612_UpdateCanMove = Rule.Error("EAS0612", "Rolling update may neither add nor remove an instance")
        .When(MaxSurge, static service =>
        {
            if (service.One(MaxSurge) is { } update
                && update[MaxSurge] is { } surge
                && update[MaxUnavailable] is { } unavailable
                && Amount.IsZero(surge)
                && Amount.IsZero(unavailable))
                service.Report(
                    update.At(MaxSurge),
                    $"{MaxSurge} and {MaxUnavailable} are both 0, so an update can never start; allow one more instance",
                    Fix.Use("1"));
        });

    public static readonly Rule EAS0613_UpdateAddsInstances = Rule.Warning("EAS0613", "Rolling update adds no instance")
        .When(MaxSurge, static service =>
        {
            if (service.One(MaxSurge) is not { } update || update[MaxSurge] is not { } surge || !Amount.IsZero(surge))
                return;
            var unavailable = update[MaxUnavailable];
            // Both at 0 have a rule of their own.
            if (unavailable is not null && Amount.IsZero(unavailable))
                return;
            var isStuck = unavailable is null && ResourceGroup.Chosen(service) is null && ResourceQuota.Chosen(service) is null;
            service.Report(
                update.At(MaxSurge),
                isStuck
                    ? $"{MaxSurge} is 0, and on public resources {MaxUnavailable} is 0 too unless it is set, "
                        + $"so an update can never start; allow one more instance"
                    : (Message)$"{MaxSurge} is 0, but EAS requires a positive count or a percentage; allow one more instance",
                Fix.Use("1"));
        });

    public static readonly Rule EAS0614_InstancesStay = Rule.Warning("EAS0614", "Rolling update may stop all instances at once")
        .When(MaxUnavailable, static service =>
        {
            if (service.One(MaxUnavailable) is not { } update
                || update[MaxUnavailable] is not { } unavailable
                || Most(service) is not (> 1 and var most))
                return;
            if (Amount.Count(unavailable) >= most || Amount.Percentage(unavailable) >= 100)
                service.Report(
                    update.At(MaxUnavailable),
                    $"{MaxUnavailable} is '{unavailable}', so an update may stop all "
                    + $"{most.ToString(CultureInfo.InvariantCulture)} instances at once; allow fewer, such as \"1\"",
                    Fix.Use("1"));
        });

    public static readonly FeatureType FeatureType = new("RollingUpdate", "", [MaxSurge, MaxUnavailable]);

    public static readonly Rule[] Rules =
    [
        EAS0610_SurgeHasForm, EAS0611_UnavailableHasForm, EAS0612_UpdateCanMove, EAS0613_UpdateAddsInstances,
        EAS0614_InstancesStay,
    ];

    // As many as the service has, or as autoscaling makes of them.
    private static int? Most(Inspection service) =>
        service.One(Autoscale.Max) is { } scaling ? scaling[Autoscale.Max] : service.One(EasService.Instances)?[EasService.Instances];

    private static Violation? Judge(CountOrPercentSetting setting, string text) =>
        Amount.Count(text) >= 0 || Amount.Percentage(text) is not null
        ? null
        : new($"{setting} is '{text}'; write a count such as \"1\" or a percentage such as \"10%\"");
}
