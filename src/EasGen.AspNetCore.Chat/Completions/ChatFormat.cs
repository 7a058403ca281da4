using EasGen.AspNetCore.Chat.Contracts;
using EasGen.AspNetCore.Chat.Models;
using EasGen.AspNetCore.Requests;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace EasGen.AspNetCore.Chat.Completions;

/// <summary>The body of <c>POST /v1/chat/completions</c>.</summary>
internal sealed class ChatFormat(ModelNames models, ILogger logger) : RequestFormat<ChatCall>
{
    private readonly JsonFormat<CompletionRequest> json = new(ChatJson.Plain.CompletionRequest, logger);

    public override string MediaType => json.MediaType;

    public override Type Described => typeof(CompletionRequest);

    public override string Curl() => """--json '{"messages":[{"role":"user","content":"Hello"}]}'""";

    public override bool Takes(MediaTypeHeaderValue? mediaType) => json.Takes(mediaType);

    public override async ValueTask<ChatCall> Read(Stream body, CancellationToken cancellationToken)
    {
        var request = await json.Read(body, cancellationToken).ConfigureAwait(false);
        var model = models.Find(request.Model);
        return new(
            MessageReader.Read(request.Messages),
            OptionsReader.Read(request, models.IsChoice ? model : null),
            model,
            request.Stream is true,
            request.StreamOptions?.IncludeUsage is true);
    }
}
