namespace EasGen.AspNetCore.CustomMetrics;

/// <summary>One value of a custom metric, as the EAS engine takes it.</summary>
internal sealed record MetricReading(string Name, Dictionary<string, string> Tags, double Value);
