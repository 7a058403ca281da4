namespace EasGen.Core.Features;

/// <summary>Instances share the cores of their machine.</summary>
internal static class BestEffort
{
    public static readonly ConstantSetting Qos = new("Qos", "metadata/qos", "BestEffort");

    public static readonly Rule EAS0540_QosIsKnown = Rule.Error("EAS0540", "Quality of service is not BestEffort")
        .When(Qos, static service =>
        {
            if (service.One(Qos) is { } sharing && sharing[Qos] is { Length: > 0 } qos && qos != Qos.Text && !Placeholder.IsIn(qos))
                service.Report(
                    sharing.At(Qos),
                    $"The quality of service '{qos}' is unknown; write {Qos.Expected} to share the cores of a machine, or leave it out");
        });

    public static readonly FeatureType FeatureType = new("BestEffort", "", [Qos]);

    public static readonly Rule[] Rules = [EAS0540_QosIsKnown];
}
