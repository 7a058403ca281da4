using EasGen.Api;
using EasGen.Cli.Terminal;

namespace EasGen.Cli.Live;

/// <summary>An instance in one line.</summary>
internal static class InstanceLine
{
    public static string Of(ServiceInstance instance) => string.Join(", ", new[]
    {
        $"{instance.InstanceName ?? "an instance"}  {instance.Status ?? "no state"}",
        instance.Reason is { Length: > 0 } reason && reason != instance.Status ? reason : null,
        instance.TotalProcesses is { } total
            ? FormattableString.Invariant($"{instance.ReadyProcesses ?? 0} of {total} containers ready")
            : null,
        instance.RestartCount > 0 ? Plain.Number(instance.RestartCount, "restart") : null,
        LastState.TextOf(instance.LastState) is { Length: > 0 } last ? $"last {last}" : null,
        instance.IsLatest is false ? "of an earlier version" : null,
        instance.IsSpot is true ? "spot" : null,
    }.OfType<string>());
}
