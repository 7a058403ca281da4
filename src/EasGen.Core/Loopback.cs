using System.Net;

namespace EasGen.Core;

/// <summary>The addresses that only the programs of one container reach. Rules, analyzers and the running app share this file.</summary>
internal static class Loopback
{
    /// <summary>True for <c>localhost</c> in any case, for 127.0.0.0/8 and for <c>::1</c>, in brackets or not.</summary>
    public static bool Is(string host)
    {
        if (string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase))
            return true;
        if (!IPAddress.TryParse(host.Trim('[', ']'), out var address))
            return false;
        return IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
    }
}
