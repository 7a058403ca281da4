namespace EasGen.Core.Features;

/// <summary>What both targets of call records share: there is one of them, and its type says which.</summary>
internal static class CallRecords
{
    /// <summary>The name that the console has for all of it.</summary>
    public const string Console = ConsoleParameters.SaveCallRecords;

    public static readonly Rule EAS0901_TargetIsKnown = Rule.Error("EAS0901", "Target of the call records is unknown")
        .When(static service =>
        {
            var targets = Targets(service);
            if (targets.Length == 0 || targets.Any(static target => target.IsMeant))
                return;
            var type = targets.Select(static target => target.Wording).FirstOrDefault(static said => said is not null);
            if (type is null || !Placeholder.IsIn(type))
                service.Report(
                    "/sinker/type",
                    $"{(type is null ? "The call records have no target" : $"The target '{type}' of the call records is unknown")}; "
                    + $"write \"maxcompute\" or \"sls\"");
        });

    public static readonly Rule EAS0902_TargetIsComplete = Rule.Error("EAS0902", "Target of the call records is not complete")
        .When(static service =>
        {
            foreach (var target in Targets(service).Where(static target => target.IsMeant))
            {
                foreach (var setting in target.Places.Where(setting => string.IsNullOrWhiteSpace(target.Feature[setting])))
                    service.Report(
                        target.Feature.At(setting),
                        $"The call records have no {new Wording(setting.Name.ToLowerInvariant(), setting.For(Audience.Json))}; name it");
            }
        });

    public static readonly Rule EAS0903_OtherTargetIsAbsent = Rule.Warning("EAS0903", "Call records have settings of another target")
        .When(static service =>
        {
            var targets = Targets(service);
            if (targets.FirstOrDefault(static target => target.IsMeant) is not { } meant)
                return;
            foreach (var other in targets.Where(static target => !target.IsMeant))
            {
                if (other.Places.FirstOrDefault(setting => !string.IsNullOrWhiteSpace(other.Feature[setting])) is { } setting)
                    service.Report(
                        other.Feature.At(setting),
                        $"The call records go to '{meant.Wording}', so this setting is ignored; "
                        + $"remove it, or change the type to '{other.Mark.Text}'");
            }
        });

    public static readonly Rule EAS0904_OneTarget = Rule.Error("EAS0904", "Call records have two targets")
        .When(static service =>
        {
            var meant = Targets(service).Where(static target => target.IsMeant).ToArray();
            // What is given twice is not two targets.
            foreach (var other in meant.Skip(1).Where(other => other.Feature.Type != meant[0].Feature.Type))
                service.Report(
                    other.Feature.At(other.Places[0]),
                    "EAS keeps call records in one place, MaxCompute or Log Service; remove one of the two");
        });

    /// <summary>The rules that come with either target.</summary>
    public static readonly Rule[] Rules = [EAS0901_TargetIsKnown, EAS0902_TargetIsComplete, EAS0903_OtherTargetIsAbsent, EAS0904_OneTarget];

    private static Target[] Targets(Inspection service) => service.Once(FindTargets);

    private static Target[] FindTargets(Inspection service) =>
    [
        .. service.All(MaxComputeRecords.FeatureType).Select(static feature =>
            new Target(feature, MaxComputeRecords.Type, [MaxComputeRecords.Project, MaxComputeRecords.Table])),
        .. service.All(LogServiceRecords.FeatureType).Select(static feature =>
            new Target(feature, LogServiceRecords.Type, [LogServiceRecords.Project, LogServiceRecords.Logstore])),
    ];

    private sealed record Target(AddressedFeature Feature, ConstantSetting Mark, StringSetting[] Places)
    {
        public string? Wording => Feature[Mark];

        public bool IsMeant => Wording == Mark.Text;
    }
}
