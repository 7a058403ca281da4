using System.Net;
using System.Net.Sockets;

namespace EasGen.AspNetCore.Tests.Kit;

/// <summary>A client's connection that tells when the client gives it up.</summary>
internal sealed class OwnConnection : NetworkStream
{
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private OwnConnection(Socket socket)
        : base(socket, ownsSocket: true)
    {
    }

    /// <summary>Ends when the client has closed it.</summary>
    public Task Closed => closed.Task;

    public static async Task<OwnConnection> To(EndPoint server, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server, cancellationToken);
        return new(socket);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        closed.TrySetResult();
    }
}
