using System.Text.Json;
using System.Text.Json.Serialization;

namespace Digits;

/// <summary>What goes over the wire, known at compile time. The image is not in it: it comes as it is.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DigitReading))]
internal sealed partial class DigitJson : JsonSerializerContext;
