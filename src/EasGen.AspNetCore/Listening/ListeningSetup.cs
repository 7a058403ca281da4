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

        // What asks for another port has been noted; left in place, it would be warned about by the host and by Kestrel as well.
        foreach (var key in new[] { "urls", "http_ports", "https_ports" })
        {
            if (!string.IsNullOrEmpty(builder.Configuration[key]))
                builder.Configuration[key] = "";
        }
    }
}
