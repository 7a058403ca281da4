namespace EasGen.Core.Features;

/// <summary>How long an instance may take to finish its requests when it is replaced.</summary>
internal static class GracefulShutdown
{
    private const int UsualMost = 600;

    public static readonly IntegerSetting Seconds = new("Seconds", "metadata/eas.termination_grace_period")
    {
        Minimum = 1,
        AdvisedMinimum = ServiceDefaults.GracePeriodSeconds,
        AdvisedMaximum = UsualMost,
        Console = ConsoleParameters.GracefulShutdownTime,
    };
    public static readonly BooleanSetting SendSigterm = new("SendSigterm", "metadata/rpc/enable_sigterm")
    {
        Written = false,
        Console = ConsoleParameters.SendSigterm,
    };
    public static readonly IntegerSetting DrainSeconds = new("DrainSeconds", null) { Minimum = 0 };

    public static readonly Rule EAS0601_TimeIsInRange = Rule.Error(
        "EAS0601",
        "Grace period or drain time is out of range").Bounds(Seconds, DrainSeconds);

    public static readonly Rule EAS0602_GracePeriodIsUsual = Rule.Warning("EAS0602", "Grace period is unusually short or long")
        .Each(Seconds, static seconds => seconds switch
        {
            >= 1 and < ServiceDefaults.GracePeriodSeconds => new(
                $"A grace period of {seconds} s is shorter than the EAS default of {ServiceDefaults.GracePeriodSeconds} s "
                + $"and may cut requests off; use {ServiceDefaults.GracePeriodSeconds} or more"),
            > UsualMost => new($"A grace period of {seconds} s slows every update down; use {UsualMost} or less"),
            _ => null,
        });

    public static readonly Rule EAS0603_DrainFitsGracePeriod = Rule.Error("EAS0603", "Drain time does not fit into the grace period")
        .When(Seconds, static service =>
        {
            if (service.One(Seconds) is { } shutdown
                && shutdown[DrainSeconds] is { } drain
                && shutdown[Seconds] is { } grace
                && drain >= grace - ShutdownMargin.Of(grace))
                service.Report(
                    shutdown.At(DrainSeconds),
                    $"Draining for {drain} s leaves no time in a grace period of {grace} s to finish requests; "
                    + $"drain for a part of it, such as {Math.Max(grace, 0) / 3} s");
        });

    public static readonly Rule EAS0604_DrainNeedsSigterm = Rule.Warning("EAS0604", "Drain time without SIGTERM")
        .When(Seconds, static service =>
        {
            if (service.One(Seconds) is { } shutdown && shutdown[DrainSeconds] is not null && shutdown[SendSigterm] is not true)
                service.Report(
                    shutdown.At(DrainSeconds),
                    $"EAS sends no SIGTERM unless asked, so the service never drains; set {SendSigterm.Is(true)}");
        });

    public static readonly FeatureType FeatureType = new(
        "GracefulShutdown",
        "",
        [Seconds, SendSigterm, DrainSeconds])
    {
        Arguments = 1,
        ArgumentsAreOptional = true,
    };

    public static readonly Rule[] Rules =
    [
        EAS0601_TimeIsInRange, EAS0602_GracePeriodIsUsual, EAS0603_DrainFitsGracePeriod, EAS0604_DrainNeedsSigterm,
    ];
}
