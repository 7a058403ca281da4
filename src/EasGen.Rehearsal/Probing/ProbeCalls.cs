using System.Globalization;
using System.Net.Sockets;
using EasGen.Rehearsal.Networks;

namespace EasGen.Rehearsal.Probing;

/// <summary>Asks a container as the kubelet does, with a connection for each check. A redirect counts as it is, to be told of.</summary>
internal static class ProbeCalls
{
    private static readonly HttpRequestOptionsKey<InstanceNetwork> NetworkOfRequest = new("network");

    private static readonly HttpMessageInvoker Http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectCallback = static (context, end) =>
            context.InitialRequestMessage.Options.TryGetValue(NetworkOfRequest, out var network)
                ? network.ConnectAsync(context.DnsEndPoint.Port, end)
                : throw new InvalidOperationException("A probe goes to a network."),
#pragma warning disable CA5359 // The kubelet does not look at certificates of containers either.
        SslOptions = new() { RemoteCertificateValidationCallback = static (_, _, _, _) => true },
#pragma warning restore CA5359
    });

    /// <summary>Asks once, within the time limit of the probe.</summary>
    /// <param name="probe">The probe.</param>
    /// <param name="network">The network of the instance.</param>
    /// <param name="port">The port here.</param>
    /// <param name="command">Runs the command of a probe that has one; its answer is the exit code.</param>
    /// <param name="end">Ends the asking.</param>
    public static async Task<ProbeAnswer> AskAsync(
        RehearsedProbe probe,
        InstanceNetwork network,
        int port,
        Func<IReadOnlyList<string>, CancellationToken, Task<int>> command,
        CancellationToken end)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(end);
        limit.CancelAfter(probe.Timeout);
        try
        {
            if (probe.Exec.Count > 0)
                return await command(probe.Exec, limit.Token) is var code && code == 0
                    ? new(true, null, "exit code 0")
                    : new(false, null, string.Create(CultureInfo.InvariantCulture, $"exit code {code}"));
            return probe.Path is null
                ? await ConnectAsync(network, port, limit.Token)
                : await GetAsync(probe, network, port, limit.Token);
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

    private static async Task<ProbeAnswer> ConnectAsync(InstanceNetwork network, int port, CancellationToken limit)
    {
        await using var connection = await network.ConnectAsync(port, limit);
        return new(true, null, "connected");
    }

    private static async Task<ProbeAnswer> GetAsync(
        RehearsedProbe probe, InstanceNetwork network, int port, CancellationToken limit)
    {
        var address = new UriBuilder(probe.IsTls ? "https" : "http", network.Address.ToString(), port).Uri;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, probe.Path));
        request.Options.Set(NetworkOfRequest, network);
        request.Headers.ConnectionClose = true;
        request.Headers.UserAgent.ParseAdd("kube-probe/1.30");
        using var response = await Http.SendAsync(request, limit);
        var status = (int)response.StatusCode;
        var target = response.Headers.Location is { } location ? $" to {location}" : "";
        return new(status is >= 200 and < 400, status, string.Create(CultureInfo.InvariantCulture, $"{status}{target}"));
    }
}
