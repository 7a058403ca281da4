using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace EasGen.Rehearsal.Probing;

/// <summary>Asks a container as the kubelet does, with a connection for each check. A redirect counts as it is, to be told of.</summary>
internal static class ProbeCalls
{
    private static readonly HttpMessageInvoker Http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.Zero,
#pragma warning disable CA5359 // The kubelet does not look at certificates of containers either.
        SslOptions = new() { RemoteCertificateValidationCallback = static (_, _, _, _) => true },
#pragma warning restore CA5359
    });

    /// <summary>
    /// An address of this machine at which nothing answers that listens on the loopback address alone, as in a container; the loopback
    /// address where the machine has no other.
    /// </summary>
    public static IPAddress Host { get; } = OfMachine() ?? IPAddress.Loopback;

    /// <summary>Asks once, within the time limit of the probe.</summary>
    /// <param name="probe">The probe.</param>
    /// <param name="port">The port here.</param>
    /// <param name="command">Runs the command of a probe that has one; its answer is the exit code.</param>
    /// <param name="end">Ends the asking.</param>
    public static async Task<ProbeAnswer> AskAsync(
        RehearsedProbe probe, int port, Func<IReadOnlyList<string>, CancellationToken, Task<int>> command, CancellationToken end)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(end);
        limit.CancelAfter(probe.Timeout);
        try
        {
            if (probe.Exec.Count > 0)
                return await command(probe.Exec, limit.Token) is var code && code == 0
                    ? new(true, null, "exit code 0")
                    : new(false, null, string.Create(CultureInfo.InvariantCulture, $"exit code {code}"));
            return probe.Path is null ? await ConnectAsync(port, limit.Token) : await GetAsync(probe, port, limit.Token);
        }
        catch (OperationCanceledException) when (!end.IsCancellationRequested)
        {
            return new(false, null, FormattableString.Invariant($"no answer within {probe.Timeout.TotalSeconds} s"));
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or SocketException or RehearsalException)
        {
            var socket = problem as SocketException ?? problem.InnerException as SocketException;
            var isRefused = socket?.SocketErrorCode == SocketError.ConnectionRefused;
            return new(false, null, isRefused ? "connection refused" : (socket ?? problem).Message) { IsRefused = isRefused };
        }
    }

    private static async Task<ProbeAnswer> ConnectAsync(int port, CancellationToken limit)
    {
        using var socket = new Socket(Host.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(Host, port), limit);
        return new(true, null, "connected");
    }

    private static async Task<ProbeAnswer> GetAsync(RehearsedProbe probe, int port, CancellationToken limit)
    {
        var address = new UriBuilder(probe.IsTls ? "https" : "http", Host.ToString(), port).Uri;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, probe.Path));
        request.Headers.ConnectionClose = true;
        request.Headers.UserAgent.ParseAdd("kube-probe/1.30");
        using var response = await Http.SendAsync(request, limit);
        var status = (int)response.StatusCode;
        var target = response.Headers.Location is { } location ? $" to {location}" : "";
        return new(status is >= 200 and < 400, status, string.Create(CultureInfo.InvariantCulture, $"{status}{target}"));
    }

    private static IPAddress? OfMachine() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(static card => card.OperationalStatus == OperationalStatus.Up
            && card.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(static card => card.GetIPProperties().UnicastAddresses)
        .Select(static unicast => unicast.Address)
        .FirstOrDefault(static address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
}
