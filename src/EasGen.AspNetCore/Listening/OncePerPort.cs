using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace EasGen.AspNetCore.Listening;

/// <summary>
/// Opens the port of the service once. A program may ask for it a second time, in its code, in appsettings.json or in a variable, and means
/// the same: that endpoint is served by the first, which takes every address.
/// </summary>
internal sealed class OncePerPort(
    ListeningPort port,
    SocketTransportFactory sockets) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private bool isOpen;

    public bool CanBind(EndPoint endpoint) => endpoint is IPEndPoint ip && ip.Port == port.Port && port.Port != 0;

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        if (isOpen)
            return new Second(endpoint);
        var first = await sockets.BindAsync(endpoint, cancellationToken).ConfigureAwait(false);
        isOpen = true;
        return first;
    }

    /// <summary>Takes no connection.</summary>
    private sealed class Second(EndPoint endpoint) : IConnectionListener
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
