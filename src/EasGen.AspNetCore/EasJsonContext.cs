using System.Text.Json.Serialization;
using EasGen.AspNetCore.CustomMetrics;
using EasGen.AspNetCore.Http;
using EasGen.AspNetCore.Probes;

namespace EasGen.AspNetCore;

/// <summary>The contracts of the bodies that are ours; those of the predictor come from the app.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProbeAnswer))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(List<MetricReading>))]
internal sealed partial class EasJsonContext : JsonSerializerContext;
