using EasGen.AspNetCore.Chat.Contracts;
using EasGen.AspNetCore.Chat.Models;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Chat.Completions;

/// <summary>The body of <c>POST /v1/chat/completions</c>.</summary>
internal sealed class ChatFormat(ModelNames models, ILogger logger) : BodyFormat<CompletionRequest, ChatCall>(
    ChatJson.Plain.CompletionRequest,
    """{"messages":[{"role":"user","content":"Hello"}]}""",
    logger)
{
    protected override ChatCall Read(CompletionRequest request)
    {
        var model = models.Find(request.Model);
        return new(
            MessageReader.Read(request.Messages),
            OptionsReader.Read(request, models.IsChoice ? model : null),
            model,
            request.Stream is true,
            request.StreamOptions?.IncludeUsage is true);
    }
}
