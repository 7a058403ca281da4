namespace EasGen.Api;

/// <summary>What EAS itself thinks is wrong.</summary>
/// <param name="Error">What is wrong.</param>
/// <param name="Causes">Why it may be so.</param>
/// <param name="Advices">What may help.</param>
public sealed record Diagnosis(string? Error, IReadOnlyList<string>? Causes, IReadOnlyList<string>? Advices);
