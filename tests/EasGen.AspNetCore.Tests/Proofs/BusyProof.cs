using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using EasGen.AspNetCore.Tests.Kit;
using EasGen.Testing;

namespace EasGen.AspNetCore.Tests.Proofs;

/// <summary>
/// A busy service is a healthy one: whatever predict methods do to their threads, the probes are green and every caller
/// is answered.
/// </summary>
[Collection(Alone.Name)]
public class BusyProof
{
    private static readonly string[] Probes = ["/healthz/startup", "/healthz/ready", "/healthz/live"];
    private static readonly HttpStatusCode[] Answers = [HttpStatusCode.OK, HttpStatusCode.RequestTimeout, HttpStatusCode.TooManyRequests];

    // A machine that is busy with other tests answers later; one whose threads are used up does not answer at all.
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(Proof.IsFull ? 3 : 15);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(Proof.IsFull ? 60 : 8);

    [Theory]
    [InlineData("/blocks", 500, 5000)]
    [InlineData("/computes", 100, 1000)]
    [InlineData("/waits-for-task", 500, 5000)]
    [InlineData("/async-blocks", 500, 5000)]
    [InlineData("/stream-blocks", 500, 5000)]
    public async Task The_probes_are_green_and_every_call_is_answered(string route, int callers, int milliseconds)
    {
        using var app = await ChildApp.Start("stubborn", ("Logging__LogLevel__Microsoft.AspNetCore", "Warning"));
        app.Client.Timeout = TimeSpan.FromMinutes(2);
        using var end = new CancellationTokenSource(Duration);

        var calls = Enumerable.Range(0, callers).Select(_ => CallUntil(app, route, milliseconds, end.Token)).ToArray();
        var probes = await ProbeUntil(app, end.Token);
        var answers = (await Task.WhenAll(calls)).SelectMany(static codes => codes).ToList();

        var codes = answers.CountBy(static code => (int)code)
            .OrderBy(static count => count.Key)
            .Select(static count => $"{count.Key}: {count.Value}");
        var slowest = probes.Max(static probe => probe.Took);
        Proof.Record(
            $"| {route} | {callers} | {answers.Count} | {string.Join(", ", codes)} | {probes.Count} | {slowest.TotalMilliseconds:0} ms |");
        Assert.All(probes, static probe => Assert.Equal(HttpStatusCode.OK, probe.Code));
        Assert.All(answers, static code => Assert.Contains(code, Answers));
        Assert.Contains(HttpStatusCode.OK, answers);
        Assert.True(answers.Count >= callers && probes.Count >= 9, $"Only {answers.Count} answers and {probes.Count} probes.");
    }

    private static async Task<List<HttpStatusCode>> CallUntil(ServiceProcess app, string route, int milliseconds, CancellationToken end)
    {
        var codes = new List<HttpStatusCode>();
        do
        {
            using var response = await app.Client.PostText(route, milliseconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await response.Content.ReadAsByteArrayAsync(CancellationToken.None);
            codes.Add(response.StatusCode);
            if (response.Headers.RetryAfter?.Delta is { } pause)
                await Task.Delay(pause, CancellationToken.None);
        }
        while (!end.IsCancellationRequested);
        return codes;
    }

    private static async Task<ConcurrentBag<(HttpStatusCode Code, TimeSpan Took)>> ProbeUntil(ServiceProcess app, CancellationToken end)
    {
        using var client = new HttpClient { BaseAddress = app.Client.BaseAddress, Timeout = ProbeTimeout };
        var probes = new ConcurrentBag<(HttpStatusCode, TimeSpan)>();
        while (!end.IsCancellationRequested)
        {
            await Task.WhenAll(Probes.Select(async path =>
            {
                var watch = Stopwatch.StartNew();
                using var response = await client.GetAsync(new Uri(path, UriKind.Relative), CancellationToken.None);
                probes.Add((response.StatusCode, watch.Elapsed));
            }));
            await Task.Delay(500, CancellationToken.None);
        }
        return probes;
    }
}
