using System.Net;

namespace EasGen.AspNetCore.Tests.Proofs;

/// <summary>A body that somebody might send, and what has to come back.</summary>
public sealed record HostileBody(
    string Name,
    byte[] Bytes,
    HttpStatusCode Expected,
    string? ContentType = "application/json",
    string? Encoding = null)
{
    public static HostileBody Bad(string name, string text) => Bad(name, Utf8(text));

    public static HostileBody Bad(string name, byte[] bytes) => new(name, bytes, HttpStatusCode.BadRequest);

    public static HostileBody Good(string name, string text) => new(name, Utf8(text), HttpStatusCode.OK);

    public static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    public override string ToString()
    {
        var start = System.Text.Encoding.Latin1.GetString(Bytes.AsSpan(0, Math.Min(Bytes.Length, 80)));
        return $"{Name} ({Bytes.Length} bytes, {ContentType ?? "no content type"}): {start}";
    }
}
