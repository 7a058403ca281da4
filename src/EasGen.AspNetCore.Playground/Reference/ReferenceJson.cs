using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace EasGen.AspNetCore.Playground.Reference;

[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
