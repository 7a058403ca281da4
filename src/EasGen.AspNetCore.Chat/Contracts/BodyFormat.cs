using System.Text.Json.Serialization.Metadata;
using EasGen.AspNetCore.Requests;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace EasGen.AspNetCore.Chat.Contracts;

/// <summary>A JSON body of OpenAI's API, and what is asked with it.</summary>
/// <param name="type">The contract of the body.</param>
/// <param name="example">A body that every service takes, without an apostrophe, which the shell would read.</param>
/// <param name="logger">Where it is said what could not be read.</param>
internal abstract class BodyFormat<TBody, TCall>(JsonTypeInfo<TBody> type, string example, ILogger logger) : RequestFormat<TCall>
    where TBody : class
    where TCall : notnull
{
    private readonly JsonFormat<TBody> json = new(type, logger);

    public sealed override string MediaType => json.MediaType;

    public sealed override Type Described => typeof(TBody);

    public sealed override string Example() => example;

    public sealed override string Curl() => $"--json '{example}'";

    public sealed override bool Takes(MediaTypeHeaderValue? mediaType) => json.Takes(mediaType);

    public sealed override async ValueTask<TCall> Read(Stream body, CancellationToken cancellationToken) =>
        Read(await json.Read(body, cancellationToken).ConfigureAwait(false));

    /// <exception cref="UnacceptableBodyException">A value of the body is wrong.</exception>
    protected abstract TCall Read(TBody request);
}
