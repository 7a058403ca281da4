using System.IO.Compression;

namespace EasGen.AspNetCore.Requests;

/// <summary>Unpacks a body with <c>Content-Encoding: gzip</c>, as a whole and within the limit of an unpacked body.</summary>
internal static class GzipBody
{
    // GZipStream takes a body that is cut off for one that is over. So a member of our own follows it, which comes out at the end
    // of a whole body alone.
    private static readonly byte[] Seal = "EasGen: the body is whole."u8.ToArray();
    private static readonly byte[] PackedSeal = Pack(Seal);

    /// <exception cref="UnacceptableBodyException">The body is no gzip, is cut off or becomes too large.</exception>
    public static async ValueTask<Stream> Unpack(Stream body, long maxBytes, CancellationToken cancellationToken)
    {
        using var packed = new MemoryStream();
        await body.CopyToAsync(packed, cancellationToken).ConfigureAwait(false);
        packed.Write(PackedSeal);
        packed.Position = 0;

        try
        {
            return Unpack(packed, maxBytes);
        }
        catch (InvalidDataException)
        {
            throw Broken();
        }
    }

    private static MemoryStream Unpack(MemoryStream packed, long maxBytes)
    {
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        var unpacked = new MemoryStream();
        var part = new byte[16 * 1024];
        while (gzip.Read(part) is > 0 and var length)
        {
            unpacked.Write(part, 0, length);
            if (unpacked.Length - Seal.Length > maxBytes)
                throw UnacceptableBodyException.TooLarge(maxBytes, "The unpacked body");
        }

        if (!unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length).EndsWith(Seal))
            throw Broken();
        unpacked.SetLength(unpacked.Length - Seal.Length);
        unpacked.Position = 0;
        return unpacked;
    }

    private static UnacceptableBodyException Broken() => new("The body is not complete gzip data, although its Content-Encoding says so.");

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
