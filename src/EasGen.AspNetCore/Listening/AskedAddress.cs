using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace EasGen.AspNetCore.Listening;

/// <summary>A setting that asks for another address than the port of the service.</summary>
/// <param name="Setting">Where it stands, its name and its value: <c>ASPNETCORE_URLS=http://localhost:5000</c>.</param>
/// <param name="IsOpened">True when Kestrel opens the address beside the port of the service; false when the port outranks it.</param>
internal sealed record AskedAddress(string Setting, bool IsOpened)
{
    public static AskedAddress? Find(IConfiguration configuration, int port)
    {
        // ASP.NET Core's own order: endpoints come before addresses, addresses before ports.
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            if (endpoint["Url"] is { Length: > 0 } url && PortOf(url) != port)
                return new(SettingSource.Name(configuration, $"{endpoint.Path}:Url", url), IsOpened: true);
        }
        if (configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } urls)
            return Split(urls).All(url => PortOf(url) == port)
                ? null
                : new(SettingSource.Name(configuration, WebHostDefaults.ServerUrlsKey, urls), IsOpened: false);
        foreach (var key in new[] { WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey })
        {
            if (configuration[key] is { Length: > 0 } ports
                && Split(ports).Any(text => text != port.ToString(CultureInfo.InvariantCulture)))
                return new(SettingSource.Name(configuration, key, ports), IsOpened: false);
        }
        return null;
    }

    private static string[] Split(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int? PortOf(string url)
    {
        try
        {
            return BindingAddress.Parse(url).Port;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
