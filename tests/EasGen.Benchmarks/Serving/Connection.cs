using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EasGen.Benchmarks.Serving;

/// <summary>
/// A connection that sends one request over and over. It has the machine in common with the server, so it does as little as
/// can be.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] request;
    private readonly byte[] buffer = new byte[4096];

    public Connection(int port, byte[] request)
    {
        this.request = request;
        try
        {
            socket.Connect(IPAddress.Loopback, port);
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    public static byte[] Get(string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");

    public static byte[] Post(string path, string json) =>
        Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}");

    /// <summary>Sends the request and reads the whole answer.</summary>
    /// <returns>Whether it was 200.</returns>
    public async Task<bool> Exchange()
    {
        await socket.SendAsync(request);
        var read = 0;
        do
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (count == 0)
                throw new SocketException((int)SocketError.ConnectionReset);
            read += count;
        }
        while (!IsWhole(buffer.AsSpan(0, read)));
        return buffer.AsSpan(0, read).StartsWith("HTTP/1.1 200 "u8);
    }

    // Just enough of HTTP for two servers that are known: one says the length, the other one sends chunks.
    private static bool IsWhole(ReadOnlySpan<byte> response)
    {
        var end = response.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        var length = response[..end].IndexOf("Content-Length: "u8);
        if (length < 0)
            return response.EndsWith("\r\n0\r\n\r\n"u8);
        return Utf8Parser.TryParse(response[(length + "Content-Length: ".Length)..end], out int bytes, out _)
            && response.Length >= end + 4 + bytes;
    }

    public void Dispose() => socket.Dispose();
}
