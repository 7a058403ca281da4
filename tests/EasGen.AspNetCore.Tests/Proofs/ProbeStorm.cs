using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using EasGen.AspNetCore.Tests.Kit;
using EasGen.Testing;

namespace EasGen.AspNetCore.Tests.Proofs;

/// <summary>Far more probes than EAS ever sends, beside predictions, before and after SIGTERM.</summary>
[Collection(Alone.Name)]
public class ProbeStorm
{
    private const int PerSecond = 1000;
    private const int Predictors = 8;

    private static readonly string[] Paths = ["/healthz/startup", "/healthz/ready", "/healthz/live"];

    [Fact]
    public async Task Every_probe_is_answered()
    {
        // The server's own line for each request would be most of the work.
        using var app = await ChildApp.Start("busy", ("Logging__LogLevel__Microsoft.AspNetCore", "Warning"));
        using var end = new CancellationTokenSource();
        var predictions = Enumerable.Range(0, Predictors).Select(_ => PredictUntil(app, end.Token)).ToArray();

        var serving = await Storm(app, seconds: 4);
        await app.Signal("TERM");
        await app.WaitFor("no longer ready");
        var draining = await Storm(app, seconds: 1);
        await end.CancelAsync();
        var predicted = (await Task.WhenAll(predictions)).SelectMany(static codes => codes).ToList();
        await app.Signal("INT");

        Assert.Equal(5 * PerSecond, serving.Count + draining.Count);
        Assert.All(serving, static answer => Assert.Equal(HttpStatusCode.OK, answer.Code));
        Assert.All(
            draining,
            static answer =>
                Assert.Equal(answer.Path == "/healthz/ready" ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK, answer.Code));
        Assert.True(predicted.Count > 1000, $"Only {predicted.Count} predictions.");
        Assert.All(predicted, static code => Assert.Equal(HttpStatusCode.OK, code));
        Assert.Equal(0, await app.Exit());
    }

    // Probes are sent when they are due, whether or not the ones before are answered.
    private static async Task<ConcurrentBag<(string Path, HttpStatusCode Code)>> Storm(ServiceProcess app, int seconds)
    {
        var answers = new ConcurrentBag<(string Path, HttpStatusCode Code)>();
        var sent = new List<Task>();
        var watch = Stopwatch.StartNew();
        while (sent.Count < seconds * PerSecond)
        {
            var due = Math.Min((int)(watch.Elapsed.TotalSeconds * PerSecond), seconds * PerSecond);
            while (sent.Count < due)
                sent.Add(Probe(Paths[sent.Count % Paths.Length]));
            await Task.Delay(5);
        }

        await Task.WhenAll(sent);
        return answers;

        async Task Probe(string path)
        {
            using var response = await app.Client.GetAsync(new Uri(path, UriKind.Relative));
            answers.Add((path, response.StatusCode));
        }
    }

    private static async Task<List<HttpStatusCode>> PredictUntil(ServiceProcess app, CancellationToken end)
    {
        var codes = new List<HttpStatusCode>();
        while (!end.IsCancellationRequested)
        {
            using var response = await app.Client.PostText("/", """{"petalLength":1.4,"petalWidth":0.2}""");
            codes.Add(response.StatusCode);
        }

        return codes;
    }
}
