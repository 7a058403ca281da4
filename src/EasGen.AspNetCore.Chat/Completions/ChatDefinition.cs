using System.Runtime.CompilerServices;
using System.Text.Json;
using EasGen.AspNetCore.Calls;
using EasGen.AspNetCore.Chat.Contracts;
using EasGen.AspNetCore.Chat.Errors;
using EasGen.AspNetCore.Chat.Models;
using EasGen.AspNetCore.Http;
using EasGen.AspNetCore.Predict;
using EasGen.AspNetCore.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Chat.Completions;

/// <summary>The chat client of a predictor, as OpenAI's API.</summary>
internal sealed class ChatDefinition<TService>(EasModelOptions options, ModelNames models, Func<TService, IChatClient> client)
    : PredictDefinition<TService, ChatCall>("/v1/chat/completions", options, isSynchronous: false)
    where TService : class
{
    private static readonly byte[] Done = "[DONE]"u8.ToArray();

    protected override ProblemFormat Problems => ErrorFormat.Instance;

    protected override RequestFormat<ChatCall>[] Formats(JsonSerializerOptions json, ILogger logger) => [new ChatFormat(models, logger)];

    protected override Responder<TService, ChatCall> Respond(JsonSerializerOptions json, PredictCalls calls, IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger<TService>();
        var (arguments, unsent) = (new ToolArguments(json), new UnsentContents(logger));
        return new(
            new(StatusCodes.Status200OK, typeof(Completion), ["application/json", EventStream.ContentType]),
            (context, service, call, cancellationToken) => call.Streams
                ? Stream(context, calls, (service, call, new(call, arguments, unsent)), cancellationToken)
                : Answer(context, calls, (service, call, new(call, arguments, unsent)), cancellationToken));
    }

    private async Task<bool> Answer(
        HttpContext context,
        PredictCalls calls,
        (TService, ChatCall, Answer) of,
        CancellationToken cancellationToken)
    {
        if (calls.Enter(cancellationToken) is not { } scope)
            return false;
        var call = await calls.Start(Complete, of, scope, cancellationToken).ConfigureAwait(false);
        var completion = await call.ConfigureAwait(false);
        await context.WriteJson(completion, ChatJson.Plain.Completion, "application/json").ConfigureAwait(false);
        return true;
    }

    private async Task<bool> Stream(
        HttpContext context,
        PredictCalls calls,
        (TService, ChatCall, Answer) of,
        CancellationToken cancellationToken)
    {
        var events = await calls
            .Send(context, Begin, of, ChatJson.Plain.CompletionChunk, cancellationToken)
            .ConfigureAwait(false);
        if (events is null)
            return false;
        await events.End(Done).ConfigureAwait(false);
        return true;
    }

    private async ValueTask<Completion> Complete(
        (TService Service, ChatCall Call, Answer Answer) of,
        CancellationToken cancellationToken)
    {
        var response = await ClientOf(of.Service)
            .GetResponseAsync(of.Call.Messages, of.Call.Options, cancellationToken)
            .ConfigureAwait(false);
        of.Answer.Take(response);
        return of.Answer.AsWhole();
    }

    private ValueTask<IAsyncEnumerable<CompletionChunk>> Begin(
        (TService Service, ChatCall Call, Answer Answer) of,
        CancellationToken cancellationToken) => new(Chunks(
            ClientOf(of.Service).GetStreamingResponseAsync(of.Call.Messages, of.Call.Options, cancellationToken),
            of.Call,
            of.Answer,
            cancellationToken));

    private static async IAsyncEnumerable<CompletionChunk> Chunks(
        IAsyncEnumerable<ChatResponseUpdate> updates,
        ChatCall call,
        Answer answer,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var update in updates.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            answer.Take(update);
            if (answer.Next() is { } chunk)
                yield return chunk;
        }

        yield return answer.Last();
        if (call.CountsTokens && answer.Count() is { } count)
            yield return count;
    }

    private IChatClient ClientOf(TService service) =>
        client(service) ?? throw new InvalidOperationException(
            $"{typeof(TService).Name} has no chat client: what MapEasChat was given returned null.");
}
