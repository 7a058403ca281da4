using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EasGen.AspNetCore.Playground.Page;

/// <summary>
/// The page as one file: whatever prefix a proxy has in front of it, with or without a slash at the end, there is nothing else to find.
/// </summary>
/// <param name="Html">The bytes.</param>
/// <param name="ContentSecurityPolicy">Lets the style and the script of this file run, by their hashes, and nothing else.</param>
/// <param name="Tag">The entity tag.</param>
internal sealed record PageFile(byte[] Html, string ContentSecurityPolicy, string Tag)
{
    /// <summary>In the order in which they need each other.</summary>
    private static readonly string[] Scripts =
        ["page.js", "probes.js", "json.js", "events.js", "curl.js", "answer.js", "request.js", "reply.js", "chat.js"];

    public static PageFile Compose(ServiceModel service)
    {
        var style = Resource("page.css");
        var script = string.Concat(Scripts.Select(Resource));
        // The texts of the service come last, and neither encoder leaves a mark in them.
        var html = Encoding.UTF8.GetBytes(Resource("page.html")
            .Replace("<!--style-->", style, StringComparison.Ordinal)
            .Replace("<!--script-->", script, StringComparison.Ordinal)
            .Replace("<!--name-->", HtmlEncoder.Default.Encode(service.Name), StringComparison.Ordinal)
            .Replace("<!--service-->", JsonSerializer.Serialize(service, ServiceModelJson.Default.ServiceModel), StringComparison.Ordinal));
        return new(
            html,
            $"default-src 'none'; script-src '{Hash(script)}'; style-src '{Hash(style)}'; connect-src 'self'; img-src data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
            $"\"{Convert.ToHexString(SHA256.HashData(html))[..16]}\"");
    }

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    // Browsers read line ends in one way, and the hash is of what they read.
    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(PageFile).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
