using System.Text.Json;
using System.Text.Json.Serialization;

namespace Iris;

/// <summary>What goes over the wire, known at compile time, so that the service also runs trimmed.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IrisMeasurement))]
[JsonSerializable(typeof(IrisSpecies))]
internal sealed partial class IrisJson : JsonSerializerContext;
