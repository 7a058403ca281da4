using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.UserCode;

/// <summary>What one expression in the code says about where to listen.</summary>
/// <param name="At">The URLs, the ports or the port.</param>
/// <param name="Ports">Empty when the code does not tell.</param>
/// <param name="HostAt">What says the host, when it is something else.</param>
/// <param name="Loopback">The host, when nobody outside the container reaches it.</param>
/// <param name="IsEndpoint">True for an endpoint of Kestrel, which is added to others; false for a setting, which they outrank.</param>
internal sealed record ListenAddress(SyntaxNode At, int[] Ports, string? Loopback = null, SyntaxNode? HostAt = null, string? HostFix = null, bool IsEndpoint = false)
{
    private static readonly Regex Url = new(@"^(?<scheme>https?)://(?<host>\[[^\]]*\]|[^:/]+)(?::(?<port>\d{1,5}))?(?<rest>/.*)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private string? text;

    /// <summary>A list of URLs: <c>http://+:8000;http://+:8001</c>.</summary>
    public static ListenAddress OfUrls(SyntaxNode at, string? list)
    {
        var urls = Split(list).Select(static url => Url.Match(url)).ToArray();
        if (urls.Length == 0 || urls.Any(static url => !url.Success))
            return new(at, []);
        var hosts = urls.Select(static url => url.Groups["host"].Value).ToArray();
        return new(at, urls.Select(static url => PortOf(url)).ToArray(), hosts.All(IsLoopback) ? hosts[0] : null) { text = urls.Length == 1 ? list : null };
    }

    /// <summary>A list of ports: <c>8000;8001</c>.</summary>
    public static ListenAddress OfPorts(SyntaxNode at, string? list)
    {
        var ports = Split(list).Select(static port => int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        return new(at, ports.Contains(-1) ? [] : ports) { text = ports.Length == 1 ? list : null };
    }

    /// <summary>The expression that is right, as C#; null when it is not one address that has to change.</summary>
    public string? Fix(int port)
    {
        var number = port.ToString(CultureInfo.InvariantCulture);
        if (IsEndpoint)
            return number;
        if (text is null)
            return null;
        var right = Url.Match(text.Trim()) is not { Success: true } url ? number
            : $"{url.Groups["scheme"].Value}://{(Loopback is null ? url.Groups["host"].Value : "0.0.0.0")}:{number}{url.Groups["rest"].Value}";
        return SymbolDisplay.FormatLiteral(right, quote: true);
    }

    private static string[] Split(string? list) => [.. (list ?? "").Split(';').Select(static item => item.Trim()).Where(static item => item.Length > 0)];

    private static int PortOf(Match url) =>
        int.TryParse(url.Groups["port"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : url.Groups["scheme"].Length == "https".Length ? 443 : 80;

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || host.StartsWith("127.", StringComparison.Ordinal) || host == "[::1]";
}
