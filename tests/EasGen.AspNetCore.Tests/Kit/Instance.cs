using System.Net;
using System.Text.Json;
using EasGen.Testing;

namespace EasGen.AspNetCore.Tests.Kit;

/// <summary>One instance of a service behind a router that believes its readiness probe, by the numbers of the service's JSON.</summary>
internal sealed class Instance : IDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly HttpClient prober;
    private readonly JsonElement probe;
    private volatile bool isReady;

    private Instance(ServiceProcess process, JsonElement probe)
    {
        (Process, this.probe) = (process, probe);
        prober = new HttpClient { BaseAddress = process.Client.BaseAddress, Timeout = Seconds("timeout_seconds") };
        _ = Poll();
    }

    public ServiceProcess Process { get; }

    /// <summary>Whether the router sends requests to it.</summary>
    public bool IsReady => isReady;

    public static async Task<Instance> Start(string service, JsonElement probe)
    {
        var instance = new Instance(await ChildApp.Start(service, ("Logging__LogLevel__Microsoft.AspNetCore", "Warning")), probe);
        while (!instance.IsReady)
            await Task.Delay(20);
        return instance;
    }

    /// <summary>Takes it out of the router, whatever its probe says.</summary>
    public void Remove()
    {
        end.Cancel();
        isReady = false;
    }

    public void Dispose()
    {
        end.Cancel();
        end.Dispose();
        prober.Dispose();
        Process.Dispose();
    }

    private async Task Poll()
    {
        var (green, red) = (0, 0);
        var token = end.Token;
        await Task.Delay(Seconds("initial_delay_seconds"), CancellationToken.None);
        while (!token.IsCancellationRequested)
        {
            (green, red) = await IsGreen() ? (green + 1, 0) : (0, red + 1);
            if (token.IsCancellationRequested)
                return;
            if (green >= probe.GetProperty("success_threshold").GetInt32())
                isReady = true;
            if (red >= probe.GetProperty("failure_threshold").GetInt32())
                isReady = false;
            await Task.Delay(Seconds("period_seconds"), CancellationToken.None);
        }
    }

    private async Task<bool> IsGreen()
    {
        try
        {
            using var answer = await prober.GetAsync(
                new Uri(probe.GetProperty("http_get").GetProperty("path").GetString()!, UriKind.Relative));
            return answer.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.BadRequest;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private TimeSpan Seconds(string number) => TimeSpan.FromSeconds(probe.GetProperty(number).GetInt32());
}
