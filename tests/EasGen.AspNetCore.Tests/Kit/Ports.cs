using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EasGen.AspNetCore.Tests.Kit;

internal static class Ports
{
    /// <summary>A port that is free now, as text.</summary>
    public static string Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
