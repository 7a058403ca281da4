using System.Text.Json;

namespace EasGen.Api;

/// <summary>One instance of a service.</summary>
/// <param name="InstanceName">Its name.</param>
/// <param name="Status">Its state.</param>
/// <param name="Reason">Why it is in that state.</param>
/// <param name="LastState">How its containers ended before, as EAS says it.</param>
/// <param name="RestartCount">How often they were started again.</param>
/// <param name="ReadyProcesses">How many of its containers are ready.</param>
/// <param name="TotalProcesses">How many containers it has, EAS's own among them.</param>
/// <param name="IsLatest">Whether it is of the newest version.</param>
/// <param name="IsSpot">Whether EAS may take it back.</param>
/// <param name="Zone">The zone that it runs in.</param>
public sealed record ServiceInstance(
    string? InstanceName,
    string? Status,
    string? Reason,
    JsonElement? LastState,
    int RestartCount,
    int? ReadyProcesses,
    int? TotalProcesses,
    bool? IsLatest,
    bool? IsSpot,
    string? Zone);
