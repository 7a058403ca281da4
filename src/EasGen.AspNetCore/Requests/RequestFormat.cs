using Microsoft.Net.Http.Headers;

namespace EasGen.AspNetCore.Requests;

/// <summary>One way in which the body of a request becomes what a predict method takes.</summary>
internal abstract class RequestFormat<T>
    where T : notnull
{
    /// <summary>The media type that API descriptions show, and a client without a better idea sends.</summary>
    public abstract string MediaType { get; }

    /// <summary>The type that API descriptions show.</summary>
    public virtual Type Described => typeof(T);

    /// <summary>A body that is a value of the type; null when none can be made up.</summary>
    public virtual string? Example() => null;

    /// <summary>The arguments with which curl sends a value of the type; null when none can be made up.</summary>
    public virtual string? Curl() => null;

    /// <param name="mediaType">What the client says of its body; null for a header that is no media type.</param>
    public abstract bool Takes(MediaTypeHeaderValue? mediaType);

    /// <exception cref="UnacceptableBodyException">The body is not what the method takes.</exception>
    public abstract ValueTask<T> Read(Stream body, CancellationToken cancellationToken);

    protected static bool IsUtf8(MediaTypeHeaderValue mediaType) =>
        !mediaType.Charset.HasValue || mediaType.Charset.Value.Trim('"').ToUpperInvariant() is "UTF-8" or "UTF8" or "US-ASCII";
}
