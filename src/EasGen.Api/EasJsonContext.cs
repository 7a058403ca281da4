using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace EasGen.Api;

/// <summary>The answers, whose names the API spells in either case.</summary>
[JsonSourceGenerationOptions(
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(NumberConverter), typeof(SwitchConverter)])]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(EasServiceState))]
[JsonSerializable(typeof(CreatedService))]
[JsonSerializable(typeof(ServicePage))]
[JsonSerializable(typeof(VersionPage))]
[JsonSerializable(typeof(EventPage))]
[JsonSerializable(typeof(InstancePage))]
[JsonSerializable(typeof(LogPage))]
[JsonSerializable(typeof(DiagnosisAnswer))]
[JsonSerializable(typeof(MachineTypesAnswer))]
internal sealed partial class EasJsonContext : JsonSerializerContext;

internal abstract record Page(int TotalCount);

internal sealed record ServicePage(IReadOnlyList<EasServiceState>? Services, int TotalCount) : Page(TotalCount);

internal sealed record VersionPage(IReadOnlyList<ServiceVersion>? Versions, int TotalCount) : Page(TotalCount);

internal sealed record EventPage(IReadOnlyList<ServiceEvent>? Events, int TotalCount) : Page(TotalCount);

internal sealed record InstancePage(IReadOnlyList<ServiceInstance>? Instances, int TotalCount) : Page(TotalCount);

internal sealed record LogPage(IReadOnlyList<string>? Logs);

internal sealed record DiagnosisAnswer(IReadOnlyList<Diagnosis>? DiagnosisList);

internal sealed record MachineTypesAnswer(IReadOnlyList<MachineType>? InstanceMetas);
