using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EasGen.AspNetCore.Starting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace EasGen.AspNetCore.Listening;

/// <summary>
/// Opens the port of the service once. A program may ask for it a second time, in its code, in appsettings.json or in a variable, and means
/// the same: that endpoint is served by the first, which takes every address.
/// </summary>
internal sealed class OncePerPort(
    EasServiceDescription description,
    ListeningPort port,
    SocketTransportFactory sockets,
    ProcessEnd process) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private bool isOpen;

    public bool CanBind(EndPoint endpoint) => endpoint is IPEndPoint ip && ip.Port == port.Port && port.Port != 0;

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        if (isOpen)
            return new Silent(endpoint);
        try
        {
            var first = await sockets.BindAsync(endpoint, cancellationToken).ConfigureAwait(false);
            isOpen = true;
            return first;
        }
        catch (Exception exception) when (Refusal(exception) is not null)
        {
            process.Fail(
                $"{description.Name} cannot listen on port {Named()}, {Refusal(exception)}: "
                + $"set the environment variable {ListeningPort.Variable} to another one.");
            return new Silent(endpoint);
        }
    }

    private static string? Refusal(Exception exception) => exception switch
    {
        AddressInUseException => "which is in use",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "which this user may not open",
        _ => null,
    };

    private string Named() =>
        port.Port.ToString(CultureInfo.InvariantCulture) + (port.IsInjected ? $" ({ListeningPort.Variable})" : "");

    /// <summary>Takes no connection.</summary>
    private sealed class Silent(EndPoint endpoint) : IConnectionListener
    {
        private readonly TaskCompletionSource<ConnectionContext?> unbound = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public EndPoint EndPoint => endpoint;

        public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) =>
            new(unbound.Task.WaitAsync(cancellationToken));

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            unbound.TrySetResult(null);
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => UnbindAsync();
    }
}
