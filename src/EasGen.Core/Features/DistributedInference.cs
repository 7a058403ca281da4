using System.Globalization;

namespace EasGen.Core.Features;

/// <summary>An instance of several machines that serve one model together.</summary>
internal static class DistributedInference
{
    public static readonly IntegerSetting Machines = new("Machines", "unit/size")
    {
        Minimum = 1,
        AdvisedMinimum = 2,
        Console = ConsoleParameters.DistributedInference,
    };
    public static readonly IntegerSetting Rdma = new("Rdma", "metadata/rdma")
    {
        Minimum = 0,
        Console = ConsoleParameters.DistributedInference,
    };
    public static readonly JsonSetting Master = new("Master", "aimaster") { Console = ConsoleParameters.DistributedInference };

    public static readonly Rule EAS0660_NumberIsInRange = Rule.Error(
        "EAS0660",
        "Number of machines or RDMA is out of range").Bounds(Machines, Rdma);

    public static readonly Rule EAS0661_MachinesAreSeveral = Rule.Warning("EAS0661", "Distributed inference on one machine")
        .Each(Machines, static machines => machines == 1
            ? new($"{Machines} is 1, but distributed inference needs several machines; use 2 or more", Fix.Use(2))
            : null);

    public static readonly Rule EAS0662_RdmaIsSwitch = Rule.Warning("EAS0662", "RDMA is greater than 1")
        .Each(Rdma, static rdma => rdma > 1
            ? new(
                $"{Rdma} is {rdma.ToString(CultureInfo.InvariantCulture)}, "
                + $"and sources disagree about whether it counts network cards; write 1 to switch RDMA on",
                Fix.Use(1))
            : null);

    public static readonly Rule EAS0663_MachinesAreGiven = Rule.Warning("EAS0663", "RDMA or master without distributed inference")
        .When(Machines, static service =>
        {
            if (service.One(Machines) is not { } inference || inference[Machines] is not null)
                return;
            if (inference[Rdma] is > 0)
                service.Report(
                    inference.At(Rdma),
                    $"RDMA connects the machines of one instance, but the service does not say how many there are; "
                    + $"set {Machines}, for example to 2");
            if (inference[Master] is { Length: > 0 })
                service.Report(
                    inference.At(Master),
                    $"The master watches the machines of one instance, but the service does not say how many there are; "
                    + $"set {Machines}, for example to 2");
        });

    public static readonly Rule EAS0664_RdmaNeedsLingjun = Rule.Warning("EAS0664", "RDMA without a Lingjun quota")
        .When(Rdma, static service =>
        {
            if (service.One(Rdma) is not { } inference || inference[Rdma] is not > 0)
                return;
            var quota = ResourceQuota.Chosen(service);
            if (quota is null)
                service.Report(
                    inference.At(Rdma),
                    $"RDMA is only available on Lingjun resources, but the service has no Lingjun quota; "
                    + $"add {ResourceQuota.FeatureType}, or remove {Rdma}",
                    Fix.Remove);
            else if (quota?[ResourceQuota.Type] is { Length: > 0 } type && type != "Lingjun" && !Placeholder.IsIn(type))
                service.Report(
                    inference.At(Rdma),
                    $"RDMA is only available on Lingjun resources, but the quota of the service has the type '{type}'; "
                    + $"use another quota, or remove {Rdma}",
                    Fix.Remove);
        });

    public static readonly FeatureType FeatureType = new(
        "DistributedInference",
        "",
        [Machines, Rdma, Master])
    {
        Arguments = 1,
        ArgumentsAreOptional = true,
    };

    public static readonly Rule[] Rules =
    [
        EAS0660_NumberIsInRange, EAS0661_MachinesAreSeveral, EAS0662_RdmaIsSwitch, EAS0663_MachinesAreGiven,
        EAS0664_RdmaNeedsLingjun,
    ];
}
