using System.Security.Cryptography;
using System.Text;

namespace EasGen.Api.Signing;

/// <summary>A request in the one form that client and server both sign.</summary>
/// <param name="Text">The form itself.</param>
/// <param name="SignedHeaders">The names of the headers that are in it, joined by semicolons.</param>
internal sealed record CanonicalRequest(string Text, string SignedHeaders)
{
    /// <param name="method">The HTTP method in upper case.</param>
    /// <param name="path">The path, not encoded yet.</param>
    /// <param name="query">Names and values, not encoded yet.</param>
    /// <param name="headers">All headers; those that are not part of a signature are left out.</param>
    /// <param name="payloadHash">The SHA-256 of the body, in lower-case hexadecimal digits.</param>
    public static CanonicalRequest Of(
        string method,
        string path,
        IEnumerable<KeyValuePair<string, string>> query,
        IEnumerable<KeyValuePair<string, string>> headers,
        string payloadHash)
    {
        var signed = headers
            .Select(static header => (Name: header.Key.ToLowerInvariant(), Value: header.Value.Trim()))
            .Where(static header => IsSigned(header.Name))
            .OrderBy(static header => header.Name, StringComparer.Ordinal)
            .ToArray();
        var names = string.Join(';', signed.Select(static header => header.Name));
        var lines = string.Concat(signed.Select(static header => $"{header.Name}:{header.Value}\n"));
        return new($"{method}\n{Path(path)}\n{Query(query)}\n{lines}\n{names}\n{payloadHash}", names);
    }

    /// <summary>The path as it is sent: each segment encoded.</summary>
    public static string Path(string path) => path.Length == 0 ? "/" : string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The query as it is sent: ordered and encoded, an empty value with its sign.</summary>
    public static string Query(IEnumerable<KeyValuePair<string, string>> query) => string.Join('&', query
        .OrderBy(static parameter => parameter.Key, StringComparer.Ordinal)
        .Select(static parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value)}"));

    /// <summary>The SHA-256 in lower-case hexadecimal digits.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Hex(SHA256.HashData(bytes));

    /// <summary>What is signed.</summary>
    public string ToSign => $"{Signature.Algorithm}\n{Hash(Encoding.UTF8.GetBytes(Text))}";

    internal static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();

    private static bool IsSigned(string name) =>
        name is "host" or "content-type" || name.StartsWith("x-acs-", StringComparison.Ordinal);
}
