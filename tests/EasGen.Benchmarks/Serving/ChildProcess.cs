using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EasGen.Benchmarks.Serving;

/// <summary>One of the apps in a fresh process.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly long started;

    public ChildProcess(string app)
    {
        Port = FreePort();
        var start = new ProcessStartInfo(Environment.ProcessPath!, app);
        start.Environment["LISTENING_PORT"] = Port.ToString(CultureInfo.InvariantCulture);
        started = Stopwatch.GetTimestamp();
        process = Process.Start(start)!;
    }

    public int Port { get; }

    /// <summary>What the process has had of the processors so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The memory that the process holds, in megabytes.</summary>
    public double Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>How long after its start the process first answers GET with 200.</summary>
    public async Task<TimeSpan> UntilGreen(string path)
    {
        while (Stopwatch.GetElapsedTime(started) < Patience)
        {
            if (await IsGreen(path))
                return Stopwatch.GetElapsedTime(started);
            await Task.Delay(1);
        }

        throw new TimeoutException($"No 200 from {path}.");
    }

    private async Task<bool> IsGreen(string path)
    {
        try
        {
            using var connection = new Connection(Port, Connection.Get(path));
            return await connection.Exchange();
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
