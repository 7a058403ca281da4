using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EasGen.Benchmarks.Chatting;

/// <summary>A connection that asks for a stream over and over, and sees when its first token and its end arrive.</summary>
internal sealed class TokenConnection : IDisposable
{
    private const string Body = """{"messages":[{"role":"user","content":"Hello"}],"stream":true}""";

    private static readonly byte[] Request = Encoding.ASCII.GetBytes(
        "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + $"Content-Length: {Body.Length}\r\n\r\n{Body}");

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[64 * 1024];

    public TokenConnection(int port) => socket.Connect(IPAddress.Loopback, port);

    /// <summary>The microseconds to the first token and to the end of the stream.</summary>
    public async Task<(double First, double All)> Ask()
    {
        var asked = Stopwatch.GetTimestamp();
        await socket.SendAsync(Request);
        var (read, first) = (0, 0.0);
        while (!buffer.AsSpan(0, read).EndsWith("0\r\n\r\n"u8))
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (count == 0)
                throw new SocketException((int)SocketError.ConnectionReset);
            read += count;
            if (first == 0 && buffer.AsSpan(0, read).IndexOf("\"token \""u8) > 0)
                first = Stopwatch.GetElapsedTime(asked).TotalMicroseconds;
        }

        var answer = buffer.AsSpan(0, read);
        if (!answer.StartsWith("HTTP/1.1 200 "u8) || answer.Count("\"token \""u8) != Chatter.Tokens || answer.IndexOf("[DONE]"u8) < 0)
            throw new InvalidOperationException($"Not the answer: {Encoding.UTF8.GetString(answer)}");
        return (first, Stopwatch.GetElapsedTime(asked).TotalMicroseconds);
    }

    public void Dispose() => socket.Dispose();
}
