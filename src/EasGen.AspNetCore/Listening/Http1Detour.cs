using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EasGen.AspNetCore.Listening;

/// <summary>
/// Without TLS nothing negotiates the version of HTTP, so Kestrel has HTTP/2 or HTTP/1.1 on a port, not both. gRPC needs the one, and EAS
/// asks its probes with the other, on the same port: connections that do not open with HTTP/2 are piped to an endpoint on the loopback
/// address, which is therefore the remote address that such requests show.
/// </summary>
internal static class Http1Detour
{
    /// <summary>How long a connection may stay silent at first; nothing of Kestrel's watches over it yet.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void DetourHttp1(this ListenOptions http2, ListenOptions http1) =>
        http2.Use(next => async connection =>
        {
            try
            {
                if (await OpensWithHttp2(connection).ConfigureAwait(false))
                    await next(connection).ConfigureAwait(false);
                else
                    await Pipe(connection.Transport, http1).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
                // One of the two sides is gone, and the connection with it.
            }
        });

    private static async Task<bool> OpensWithHttp2(ConnectionContext connection)
    {
        var closing = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested
            ?? CancellationToken.None;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(closing, connection.ConnectionClosed);
        patience.CancelAfter(Patience);

        // "PRI * HTTP/2.0"; no method of HTTP/1.1 begins like that. Nothing is consumed: whoever takes over reads from the start.
        var input = connection.Transport.Input;
        var opening = await input.ReadAtLeastAsync(3, patience.Token).ConfigureAwait(false);
        var isHttp2 = opening.Buffer.Length >= 3 && opening.Buffer.Slice(0, 3).ToArray().AsSpan().SequenceEqual("PRI"u8);
        input.AdvanceTo(opening.Buffer.Start);
        return isHttp2;
    }

    private static async Task Pipe(IDuplexPipe client, ListenOptions http1)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(http1.EndPoint).ConfigureAwait(false);
        using var server = new NetworkStream(socket);

        var requests = Forward(client.Input, server, socket);
        try
        {
            await server.CopyToAsync(client.Output).ConfigureAwait(false);
        }
        finally
        {
            client.Input.CancelPendingRead();
            await requests.ConfigureAwait(false);
        }
    }

    private static async Task Forward(PipeReader requests, NetworkStream server, Socket socket)
    {
        await requests.CopyToAsync(server).ConfigureAwait(false);
        socket.Shutdown(SocketShutdown.Send);
    }
}
