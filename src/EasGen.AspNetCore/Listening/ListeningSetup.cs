using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace EasGen.AspNetCore.Listening;

static class ListeningSetup
{
    /// <summary>Kestrel listens on the service's port on all interfaces, plain: the gateway ends TLS.</summary>
    public static void AddListening(this WebApplicationBuilder builder, EasServiceDescription description)
    {
        var port = ListeningPort.From(description.Port, builder.Configuration);
        builder.Services.AddSingleton(port);
        builder.Services.AddHostedService<PortNotice>();

        // Without TLS there is no negotiation: the port speaks one version, and the client knows which.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAnyIP(
            port.Port,
            endpoint => endpoint.Protocols = description.Grpc ? HttpProtocols.Http2 : HttpProtocols.Http1));

        // Left in place, the other addresses would be warned about twice more, by the host and by Kestrel. A list with no
        // address in it outranks the environment; an empty string would not.
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, ";");
        builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, "");
        builder.WebHost.UseSetting(WebHostDefaults.HttpsPortsKey, "");
    }
}
