using System.Security.Cryptography;
using System.Text;

namespace EasGen.Api.Signing;

/// <summary>The signature ACS3-HMAC-SHA256 of Alibaba Cloud.</summary>
internal static class Signature
{
    public const string Algorithm = "ACS3-HMAC-SHA256";

    /// <summary>The signature in lower-case hexadecimal digits. The key is the secret itself; none is derived from it.</summary>
    public static string Of(CanonicalRequest request, string secret) => CanonicalRequest.Hex(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(request.ToSign)));

    /// <summary>The value of the header <c>Authorization</c>.</summary>
    public static string Authorization(CanonicalRequest request, EasCredentials credentials) =>
        $"{Algorithm} Credential={credentials.AccessKeyId},SignedHeaders={request.SignedHeaders},"
        + $"Signature={Of(request, credentials.AccessKeySecret)}";
}
