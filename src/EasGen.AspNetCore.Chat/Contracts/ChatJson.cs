using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace EasGen.AspNetCore.Chat.Contracts;

/// <summary>
/// The contracts of OpenAI's API. Their names are written out, because the app's options read them too, for API descriptions.
/// </summary>
[JsonSerializable(typeof(CompletionRequest))]
[JsonSerializable(typeof(Completion))]
[JsonSerializable(typeof(CompletionChunk))]
[JsonSerializable(typeof(ContentPart))]
[JsonSerializable(typeof(RequestTool))]
[JsonSerializable(typeof(EmbeddingRequest))]
[JsonSerializable(typeof(EmbeddingList))]
[JsonSerializable(typeof(ModelList))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ChatJson : JsonSerializerContext
{
    /// <summary>
    /// Leaves text as it is: no browser reads an answer as HTML, and a Chinese character takes no more than its own bytes.
    /// </summary>
    public static ChatJson Plain { get; } = new(new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
    });
}
