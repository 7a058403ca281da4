using System.Globalization;

namespace EasGen.Core.Starting;

/// <summary>Where something listens, as people write it: a URL, a host with its port, or one of the two.</summary>
/// <param name="Scheme">Empty when there is none.</param>
/// <param name="Host">With the brackets of IPv6; empty when it is not said.</param>
/// <param name="Port">In a URL that names none, the port of its scheme.</param>
/// <param name="Path">What stands behind, with its slash.</param>
internal sealed record ListenText(string Scheme, string Host, int? Port, string Path)
{
    private const string SchemeEnd = "://";

    private static readonly string[] Everywhere = ["", "*", "+", "0", "0.0.0.0", "::", "[::]"];

    public bool IsTls => string.Equals(Scheme, "https", StringComparison.OrdinalIgnoreCase);

    public bool IsLoopback => Core.Loopback.Is(Host);

    /// <summary>True for a host at which one can listen, wherever the program runs; anything else may be another machine.</summary>
    public bool IsLocal => IsLoopback || Array.IndexOf(Everywhere, Host) >= 0;

    /// <summary>The address, or null when the text does not tell: a socket file, a variable, no address at all.</summary>
    public static ListenText? Parse(string text)
    {
        text = text.Trim();
        var scheme = "";
        if (text.IndexOf(SchemeEnd, StringComparison.Ordinal) is >= 0 and var end)
        {
            scheme = text.Substring(0, end);
            text = text.Substring(end + SchemeEnd.Length);
            if (scheme.ToLowerInvariant() is not ("http" or "https" or "tcp"))
                return null;
        }
        var slash = text.IndexOf('/');
        var (authority, path) = slash < 0 ? (text, "") : (text.Substring(0, slash), text.Substring(slash));
        return scheme.Length == 0 && path.Length > 0 ? null : Parse(scheme, authority, path);
    }

    private static ListenText? Parse(string scheme, string authority, string path)
    {
        if (scheme.Length == 0 && PortOf(authority) is { } alone)
            return new(scheme, "", alone, path);
        var colon = authority.LastIndexOf(':');
        if (colon <= authority.LastIndexOf(']') || authority.IndexOf(':') != colon && authority[0] != '[')
            colon = -1;
        var host = colon < 0 ? authority : authority.Substring(0, colon);
        // :8000 is every address.
        if (colon == 0 && scheme.Length == 0)
            host = "0.0.0.0";
        if (!host.All(IsHostSign) || (host.Length == 0 && (scheme.Length > 0 || colon < 0)))
            return null;
        if (colon < 0)
            return new(scheme, host, DefaultPort(scheme), path);
        return PortOf(authority.Substring(colon + 1)) is { } port ? new(scheme, host, port, path) : null;
    }

    public static int? PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535 ? port : null;

    private static int? DefaultPort(string scheme) => scheme.ToLowerInvariant() switch
    {
        "http" => 80,
        "https" => 443,
        _ => null,
    };

    private static bool IsHostSign(char sign) => char.IsLetterOrDigit(sign) || ".-_:[]*+%".IndexOf(sign) >= 0;
}
