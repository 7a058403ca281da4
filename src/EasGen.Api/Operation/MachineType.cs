namespace EasGen.Api;

/// <summary>A kind of machine.</summary>
/// <param name="InstanceType">Its name, as <c>ecs.c7.large</c>.</param>
/// <param name="IsAvailable">Whether it is offered.</param>
/// <param name="StockStatus">Whether there is one left: <c>WithStock</c>, <c>ClosedWithStock</c> or <c>NoStock</c>.</param>
/// <param name="Cpu">Cores.</param>
/// <param name="Memory">Memory in GB.</param>
/// <param name="Gpu">The kind of card; null without one.</param>
/// <param name="GpuAmount">How many cards.</param>
/// <param name="GpuMemory">Memory of a card in GB.</param>
public sealed record MachineType(
    string? InstanceType,
    bool? IsAvailable,
    string? StockStatus,
    double? Cpu,
    double? Memory,
    string? Gpu,
    int? GpuAmount,
    double? GpuMemory);
