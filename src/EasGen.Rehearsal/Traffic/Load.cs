using System.Net.Http.Headers;

namespace EasGen.Rehearsal.Traffic;

/// <summary>Callers: so many requests a second, whether or not the ones before are answered, to one address after the other.</summary>
internal sealed class Load : IAsyncDisposable
{
    // More would only measure this machine.
    private const int MostAtOnce = 2000;

    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource end = new();
    private readonly IReadOnlyList<RehearsalRequest> requests;
    private readonly Uri[] addresses;
    private readonly Timeline timeline;
    private readonly Task running;
    private int atOnce;
    private int unexpected;

    public Load(IEnumerable<Uri> addresses, double perSecond, IReadOnlyList<RehearsalRequest> requests, Timeline timeline)
    {
        (this.addresses, this.requests, this.timeline) = ([.. addresses], requests, timeline);
        running = Task.Run(() => RunAsync(perSecond));
    }

    /// <summary>Requests that were not sent, because too many were not answered yet.</summary>
    public int Skipped { get; private set; }

    /// <summary>Successes whose body was not as the request expects it.</summary>
    public int Unexpected => Volatile.Read(ref unexpected);

    /// <summary>Sends no more requests, and waits for the answers to those that are sent, as long as the router does.</summary>
    public async Task StopAsync(TimeSpan limit, CancellationToken interrupted)
    {
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        for (var since = timeline.Now; Volatile.Read(ref atOnce) > 0 && timeline.Now - since < limit;)
            await Task.Delay(20, interrupted);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await end.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
        client.Dispose();
        end.Dispose();
    }

    private async Task RunAsync(double perSecond)
    {
        var (start, sent) = (timeline.Now, 0);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (await timer.WaitForNextTickAsync(stop.Token))
        {
            for (var due = (int)((timeline.Now - start).TotalSeconds * perSecond); sent < due; sent++)
            {
                if (Volatile.Read(ref atOnce) < MostAtOnce)
                    _ = SendAsync(addresses[sent % addresses.Length], sent / addresses.Length);
                else
                    Skipped++;
            }
        }
    }

    private async Task SendAsync(Uri address, int turn)
    {
        Interlocked.Increment(ref atOnce);
        try
        {
            var request = requests.Count == 0 ? null : requests[turn % requests.Count];
            using var message = MessageFor(address, request);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, end.Token);
            if (request?.ExpectedBody is not { } expected)
                await response.Content.CopyToAsync(Stream.Null, end.Token);
            else if (response.IsSuccessStatusCode && await response.Content.ReadAsStringAsync(end.Token) != expected)
                Interlocked.Increment(ref unexpected);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException)
        {
            // The router has noted what went wrong.
        }
        finally
        {
            Interlocked.Decrement(ref atOnce);
        }
    }

    private static HttpRequestMessage MessageFor(Uri address, RehearsalRequest? request)
    {
        if (request is null)
            return new(HttpMethod.Get, address);
        var message = new HttpRequestMessage(request.Body.IsEmpty ? HttpMethod.Get : HttpMethod.Post, new Uri(address, request.Path));
        if (!request.Body.IsEmpty)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.ContentType);
        }
        foreach (var (name, value) in request.Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }
}
