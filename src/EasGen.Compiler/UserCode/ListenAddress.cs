using System.Globalization;
using EasGen.Core.Starting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Compiler.UserCode;

/// <summary>What one expression in the code, or one setting in a file, says about where to listen.</summary>
/// <param name="At">The URLs, the ports or the port.</param>
/// <param name="Ports">Empty when it does not tell.</param>
/// <param name="Loopback">The host, when nothing outside the container reaches it.</param>
/// <param name="HostAt">What says the host, when it is something else.</param>
/// <param name="IsEndpoint">True for an endpoint of Kestrel, which is added to others; false for a setting, which they outrank.</param>
internal sealed record ListenAddress(
    Location At,
    int[] Ports,
    string? Loopback = null,
    Location? HostAt = null,
    string? HostFix = null,
    bool IsEndpoint = false)
{
    private ListenText? text;
    private bool isPort;

    /// <summary>True for code that may not run at all.</summary>
    public bool IsConditional { get; init; }

    /// <summary>A setting of ASP.NET Core, such as a list of URLs or of ports.</summary>
    public static ListenAddress Of(Location at, string setting, string? value)
    {
        var addresses = DotnetSetting.Parse(setting, value ?? "");
        var known = addresses.OfType<ListenText>().Where(static address => address.Port is not null).ToArray();
        if (known.Length == 0 || known.Length < addresses.Length)
            return new(at, []);
        return new(at, [.. known.Select(static address => address.Port!.Value)], Array.TrueForAll(
            known,
            static address => address.IsLoopback) ? known[0].Host : null)
        {
            text = known.Length == 1 ? known[0] : null,
            IsEndpoint = DotnetSetting.Rank(setting) == 0,
            isPort = setting.EndsWith("ports", StringComparison.Ordinal),
        };
    }

    /// <summary>The expression that is right, as C#; null when it is not one address that has to change.</summary>
    public string? Fix(int port)
    {
        var number = port.ToString(CultureInfo.InvariantCulture);
        if (text is null)
            return IsEndpoint ? number : null;
        return SymbolDisplay.FormatLiteral(
            isPort ? number : $"{text.Scheme}://{(Loopback is null ? text.Host : "0.0.0.0")}:{number}{text.Path}",
            quote: true);
    }
}
