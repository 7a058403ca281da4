using System.Globalization;
using EasGen.Cli.Live;
using EasGen.Cli.Terminal;
using EasGen.Core.Features;

namespace EasGen.Cli.Why.Symptoms;

/// <summary>There is no machine for an instance.</summary>
internal static class CapacitySymptoms
{
    private const Source Where = Source.Event | Source.Instance | Source.Diagnosis | Source.Status;

    // OutOfMemory is the end of a container, and no lack of machines.
    private const string Short = @"Insufficient (?<what>[\w./-]{0,60}\w)|OutOf(?<what>gpu|cpu)\b";

    public static readonly Symptom[] All =
    [
        new(Topic.Capacity, Where, Short, InAnotherUnit),
        new(Topic.Capacity, Where, Short, NothingFree),
    ];

    private static Cause? InAnotherUnit(Sign sign) => sign.Service.Broken(CpuResource.EAS0521_AmountHasUnit) is { } finding
        ? Cause.Of($"No machine has as many {What(sign)} as an instance asks for", finding, sign.Service)
        : null;

    private static Cause NothingFree(Sign sign)
    {
        var service = sign.Service;
        var types = service.All(InstanceType.FeatureType).Select(static type => type[InstanceType.Type]).ToArray();
        var needs = types.Length > 0 ? string.Join(" or ", types) : Amount(service);
        var text = $"No machine has room for an instance, which needs {needs}: too few {What(sign)} are left";
        if (service.First(ResourceQuota.FeatureType) is not null)
            return new(text, "ask for less, or have the quota raised; one machine has to hold the whole instance")
            {
                Setting = service.NameOf(ResourceQuota.FeatureType, ResourceQuota.Id),
            };
        if (service.First(ResourceGroup.FeatureType) is not null && types.Length == 0)
            return new(
                text,
                "ask for less, or add machines to the resource group; one machine has to hold the whole instance, and keeps a core back")
            {
                Setting = service.NameOf(ResourceGroup.FeatureType, ResourceGroup.Id),
            };
        return new(text, "add other instance types, of which EAS tries up to five in their order, or deploy to another region")
        {
            Setting = service.NameOf(InstanceType.FeatureType, InstanceType.Type),
        };
    }

    private static string What(Sign sign) => sign["what"].ToLowerInvariant() switch
    {
        "gpu" or "nvidia.com/gpu" => "GPUs",
        "cpu" => "cores",
        "memory" => "megabytes of memory",
        _ => $"'{sign["what"]}'",
    };

    private static string Amount(ObservedService service)
    {
        var (cpu, gpu) = (service.First(CpuResource.FeatureType), service.First(GpuResource.FeatureType));
        string?[] parts =
        [
            cpu?[CpuResource.Cores] is { } cores ? Plain.Number(cores, "core") : null,
            cpu?[CpuResource.MemoryMB] is { } memory ? string.Create(CultureInfo.InvariantCulture, $"{memory} MB") : null,
            gpu?[GpuResource.Count] is { } cards ? Plain.Number(cards, "GPU") : null,
        ];
        return string.Join(", ", parts.OfType<string>()) is { Length: > 0 } amount ? amount : "a machine";
    }
}
