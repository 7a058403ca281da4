using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EasGen.AspNetCore.Listening;

internal static class ListeningSetup
{
    /// <summary>Kestrel listens on the service's port on all interfaces, plain: the gateway ends TLS.</summary>
    // The trimmer of .NET 9 and 10 leaves this type an interface without its method, and no web server starts with that:
    // dotnet/runtime#109850.
    [DynamicDependency(DynamicallyAccessedMemberTypes.All, typeof(X509Certificate2Collection))]
    public static void AddListening(this WebApplicationBuilder builder, EasServiceDescription description)
    {
        var port = ListeningPort.From(description.Port, builder.Configuration);
        builder.Services.AddSingleton(port);
        builder.Services.AddHostedService<PortNotice>();
        builder.Services.TryAddSingleton<IConnectionListenerFactory, SocketTransportFactory>();
        builder.Services.AddSingleton<SocketTransportFactory>();
        builder.Services.AddSingleton<IConnectionListenerFactory, OncePerPort>();

        // The first of all endpoints, whatever the program has configured before: it is the one that opens the port.
        var listen = new ConfigureOptions<KestrelServerOptions>(kestrel =>
        {
            if (description.Grpc)
                ListenForGrpc(kestrel, port.Port);
            else
                kestrel.ListenAnyIP(port.Port, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<KestrelServerOptions>>(listen));

        // Left in place, the other addresses would be warned about twice more, by the host and by Kestrel. A list with no
        // address in it outranks the environment; an empty string would not.
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, ";");
        builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, "");
        builder.WebHost.UseSetting(WebHostDefaults.HttpsPortsKey, "");
        builder.WebHost.UseSetting(WebHostDefaults.PreferHostingUrlsKey, "false");
    }

    private static void ListenForGrpc(KestrelServerOptions kestrel, int port) => kestrel.ListenAnyIP(port, http2 =>
    {
        http2.Protocols = HttpProtocols.Http2;
        kestrel.Listen(IPAddress.Loopback, port: 0, http1 =>
        {
            http1.Protocols = HttpProtocols.Http1;
            http2.DetourHttp1(http1);
        });
    });
}
