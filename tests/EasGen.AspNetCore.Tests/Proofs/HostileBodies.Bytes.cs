using System.IO.Compression;
using System.Net;
using System.Text;
using static EasGen.AspNetCore.Tests.Proofs.HostileBody;

namespace EasGen.AspNetCore.Tests.Proofs;

// What is wrong here is not the JSON but how it is sent.
internal static partial class HostileBodies
{
    private static IEnumerable<HostileBody> NotUtf8()
    {
        // A lone continuation, overlong forms, surrogates, beyond Unicode, cut sequences, bytes that never occur.
        string[] sequences =
        [
            "80", "BF", "C0AF", "C1BF", "E080AF", "EDA080", "EDBFBF", "EDA0BDEDB880", "F0808080", "F4908080", "F8888080",
            "FE", "FF", "C3", "E282", "F09F98",
        ];
        foreach (var sequence in sequences)
        {
            var bytes = Convert.FromHexString(sequence);
            yield return Bad($"{sequence} in a string", [.. Utf8("""{"best":{"petalLength":1,"name":"a"""), .. bytes, .. Utf8("b\"}}")]);
            yield return Bad(
                $"{sequence} between values",
                [.. Utf8("""{"best":"""), .. bytes, .. Utf8("""{"petalLength":1,"name":"a"}}""")]);
            yield return Bad($"{sequence} first", [.. bytes, .. Utf8(Best("\"a\""))]);
        }
    }

    private static IEnumerable<HostileBody> OtherEncodings()
    {
        var whole = Best("\"a\"");
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
        {
            yield return Bad($"in {encoding.WebName}", encoding.GetBytes(whole));
            yield return Bad($"in {encoding.WebName} with BOM", [.. encoding.GetPreamble(), .. encoding.GetBytes(whole)]);
        }

        yield return Bad("ä in Latin-1", Encoding.Latin1.GetBytes(Best("\"ä\"")));
        yield return Good("BOM", '\ufeff' + whole);
        yield return Bad("two BOMs", "\ufeff\ufeff" + whole);
        yield return Bad("BOM after", whole + '\ufeff');
        yield return Bad("half a BOM", [0xEF, 0xBB, .. Utf8(whole)]);
        yield return Bad("BOM alone", "\ufeff");

        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
            gzip.Write(Utf8(whole));
        var packed = compressed.ToArray();
        yield return Bad("compressed", packed);
        yield return Good("compressed, and says so", whole) with { Bytes = packed, Encoding = "gzip" };
        yield return Bad("not compressed, and says so", whole) with { Encoding = "gzip" };
        for (var length = 0; length < packed.Length; length++)
            yield return Bad($"compressed, and cut after {length} bytes", packed[..length]) with { Encoding = "gzip" };
        foreach (var encoding in (string[])["br", "deflate", "zstd", "compress", "*"])
            yield return Bad($"encoding {encoding}", whole) with { Encoding = encoding, Expected = HttpStatusCode.UnsupportedMediaType };
    }

    private static IEnumerable<HostileBody> ContentTypes()
    {
        var whole = Good("content type", Best("\"a\""));
        string?[] right =
        [
            null, "application/json", "APPLICATION/JSON", "application/json; charset=utf-8",
            "application/json;charset=\"utf-8\"", "application/problem+json", "application/json; x=y",
            "application/json; charset", "application/x-www-form-urlencoded", "application/octet-stream",
        ];
        string[] wrong =
        [
            "text/plain", "text/json", "text/html", "application/xml", "multipart/form-data; boundary=x",
            "multipart/form-data", "application/octet-stream2",
            "application/jsonp", "application/json2", "application/json; charset=utf-16",
            "application/json; charset=utf-7", "application/json; charset=latin1", "application", "/", ";", "*/*",
            "application/*", "application/json application/xml", "application/json, text/html", "\"application/json\"", "*/json", "json",
        ];
        return
        [
            .. right.Select(type => whole with { Name = $"content type {type}", ContentType = type }),
            .. wrong.Select(type =>
                whole with { Name = $"content type {type}", ContentType = type, Expected = HttpStatusCode.UnsupportedMediaType }),
        ];
    }

    private static IEnumerable<HostileBody> Large()
    {
        var overhead = Best("\"\"").Length;
        // In chunks, the server counts their frames too.
        yield return Good("nearly too large", Best($"\"{new string('a', MaxBytes - overhead - 1000)}\""));
        yield return Bad("nearly too large, and wrong", new string('[', MaxBytes - 1000));
        foreach (var size in (int[])[MaxBytes + 1, 2 * MaxBytes])
        {
            yield return Bad($"{size} bytes of JSON", Best($"\"{new string('a', size - overhead)}\"")) with
            {
                Expected = HttpStatusCode.RequestEntityTooLarge,
            };
            yield return Bad($"{size} spaces", new string(' ', size)) with { Expected = HttpStatusCode.RequestEntityTooLarge };
            yield return Good($"after {size} bytes", Best("\"a\""));
        }
    }
}
