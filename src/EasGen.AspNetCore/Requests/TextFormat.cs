using System.Text;
using Microsoft.Net.Http.Headers;

namespace EasGen.AspNetCore.Requests;

/// <summary>Plain text in UTF-8, for a method that takes a string.</summary>
internal sealed class TextFormat<T>(Func<string, T> make) : RequestFormat<T>
    where T : notnull
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public override string MediaType => "text/plain";

    public override bool Takes(MediaTypeHeaderValue? mediaType) =>
        mediaType is not null && mediaType.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase) && IsUtf8(mediaType);

    public override async ValueTask<T> Read(Stream body, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(body, Utf8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        try
        {
            return make((await text.ReadToEndAsync(cancellationToken).ConfigureAwait(false)).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            throw new UnacceptableBodyException("The body is not text in UTF-8.");
        }
    }
}
