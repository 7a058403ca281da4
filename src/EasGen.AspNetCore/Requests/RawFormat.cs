using Microsoft.Net.Http.Headers;

namespace EasGen.AspNetCore.Requests;

/// <summary>
/// The bytes as they are, whatever the client calls them. They are there as a whole before the method is called, so
/// that it may read them synchronously.
/// </summary>
internal sealed class RawFormat<T>(Func<byte[], T> make) : RequestFormat<T>
    where T : notnull
{
    public override string MediaType => "application/octet-stream";

    // What API descriptions show as binary; a byte[] would be Base64.
    public override Type Described => typeof(Stream);

    public override string Curl() => "--data-binary 'bytes'";

    public override bool Takes(MediaTypeHeaderValue? mediaType) => true;

    public override async ValueTask<T> Read(Stream body, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
        return make(bytes.ToArray());
    }
}
