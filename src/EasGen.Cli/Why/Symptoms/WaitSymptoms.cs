using EasGen.Api;
using EasGen.Core.Features;

namespace EasGen.Cli.Why.Symptoms;

/// <summary>Nothing is said, and nothing goes on.</summary>
internal static class WaitSymptoms
{
    public static readonly Symptom[] All =
    [
        new(Topic.Wait, Source.Status, "^Stopped", Stopped),
        new(Topic.Wait, Source.Instance, "^Pending", NotPlaced),
        new(Topic.Wait, Source.Status, "^(?!Running)", NotReady),
    ];

    private static Cause Stopped(Sign sign) => new("The service is stopped", "start it, as in the console");

    private static Cause? NotPlaced(Sign sign) => sign.Evidence.Warnings.Count > 0 || sign.Evidence.Instances.Any(HasContainers)
        ? null
        : new(
            "An instance waits for a machine, and nothing warns of it: none is free, or it is being made",
            "wait some minutes; if it stays so, add other instance types, or ask for less")
        {
            Setting = sign.Service.NameOf(InstanceType.FeatureType, InstanceType.Type),
        };

    // Where nothing warns, the containers run and one of them is not ready.
    private static Cause? NotReady(Sign sign)
    {
        var half = sign.Evidence.Instances.FirstOrDefault(static one => one.ReadyProcesses < one.TotalProcesses);
        if (sign.Evidence.Warnings.Count > 0 || half is null)
            return null;
        if (Unreached.Find(sign, sign.Service.Port) is { } told)
            return told;
        var port = Unreached.Text(sign.Service.Port);
        return new(
            $"Only {Unreached.Text(half.ReadyProcesses ?? 0)} of {Unreached.Text(half.TotalProcesses ?? 0)} containers of an instance, "
            + $"that of EAS among them, are ready, and nothing warns of it: mostly the program does not listen on port {port}, or not yet",
            $"read in the log where it listens, and let it listen on 0.0.0.0:{port}")
        {
            Setting = sign.Service.NameOf(Container.FeatureType, Container.Port),
            Rule = ProgramAddresses.EAS0208_ProgramListensOnPort,
        };
    }

    private static bool HasContainers(ServiceInstance instance) => instance.ReadyProcesses > 0;
}
