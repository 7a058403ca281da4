using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sonnets;

/// <summary>What goes over the wire, known at compile time, so that the service also runs trimmed.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SonnetRequest))]
[JsonSerializable(typeof(Sonnet))]
[JsonSerializable(typeof(Token))]
internal sealed partial class SonneteerJson : JsonSerializerContext;
