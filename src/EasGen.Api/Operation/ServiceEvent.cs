namespace EasGen.Api;

/// <summary>Something that happened to a service.</summary>
/// <param name="Time">When, in UTC, as <c>2026-04-09 06:30:00</c>.</param>
/// <param name="Type"><c>Normal</c> or <c>Warning</c>.</param>
/// <param name="Reason">What, in one word.</param>
/// <param name="Message">What EAS says about it, often a JSON document.</param>
/// <param name="Resource">What it happened to, as the name of an instance.</param>
public sealed record ServiceEvent(string? Time, string? Type, string? Reason, string? Message, string? Resource);
