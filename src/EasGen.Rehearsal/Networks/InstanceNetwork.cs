using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EasGen.Rehearsal.Networks;

/// <summary>The network that the programs of an instance are in.</summary>
internal abstract class InstanceNetwork : IDisposable
{
    /// <summary>Where they are called: an address at which nothing answers that listens on the loopback address alone.</summary>
    public abstract IPAddress Address { get; }

    /// <summary>Its ports.</summary>
    public abstract PortMap Ports { get; }

    /// <summary>Starts a program in it.</summary>
    public abstract Process Start(ProcessStartInfo start);

    /// <summary>Opens a connection to a port of it.</summary>
    /// <exception cref="SocketException">Nothing takes it.</exception>
    public async ValueTask<Stream> ConnectAsync(int port, CancellationToken end)
    {
        var socket = NewSocket();
        try
        {
            socket.NoDelay = true;
            await socket.ConnectAsync(new IPEndPoint(Address, port), end);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public virtual void Dispose()
    {
    }

    protected abstract Socket NewSocket();
}
