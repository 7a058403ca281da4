using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using EasGen.AspNetCore.Tests.Kit;

namespace EasGen.AspNetCore.Tests.Proofs;

/// <summary>
/// Rollouts one after another behind a router that goes round the ready instances: a new instance comes, the oldest one is sent SIGTERM
/// and ends, and no caller notices, over kept connections, over streams and in batches.
/// </summary>
[Collection(Alone.Name)]
public class RolloutProof
{
    private const int Callers = 16;

    private static readonly string[] Routes = ["/stream", "/", "/batch", "/"];
    private static readonly int Rollouts = Proof.IsFull ? 10 : 2;
    private static readonly int LeastRequests = Proof.IsFull ? 20_000 : 1000;

    private ImmutableList<Instance> instances = [];
    private int next;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_request_is_lost(bool removedAtSigterm)
    {
        var probe = await ReadinessProbe();
        using var end = new CancellationTokenSource();
        var callers = Array.Empty<Task<List<string?>>>();
        try
        {
            instances = [await Instance.Start("rolling", probe), await Instance.Start("rolling", probe)];
            callers = [.. Enumerable.Range(0, Callers).Select(index => CallUntil(Routes[index % Routes.Length], end.Token))];
            for (var rollout = 0; rollout < Rollouts; rollout++)
                await Replace(instances[0], await Instance.Start("rolling", probe), removedAtSigterm);
            await end.CancelAsync();
            var answers = (await Task.WhenAll(callers)).SelectMany(static answers => answers).ToList();

            var lost = answers.OfType<string>().ToList();
            Proof.Record($"| {(removedAtSigterm ? "at SIGTERM" : "by the probe")} | {Rollouts} | {answers.Count} | {lost.Count} |");
            Assert.Empty(lost.Take(3));
            Assert.True(answers.Count >= LeastRequests, $"Only {answers.Count} requests.");
        }
        finally
        {
            await end.CancelAsync();
            instances.ForEach(static instance => instance.Dispose());
        }
    }

    private async Task Replace(Instance old, Instance fresh, bool removedAtSigterm)
    {
        instances = instances.Add(fresh);
        if (removedAtSigterm)
            old.Remove();
        await old.Process.Signal("TERM");
        Assert.Equal(0, await old.Process.Exit());
        Assert.False(old.IsReady, $"The router still believes in an instance that has ended:\n{old.Process.Output}");
        instances = instances.Remove(old);
        old.Dispose();
    }

    /// <summary>What went wrong with each request; null for nothing.</summary>
    private async Task<List<string?>> CallUntil(string route, CancellationToken end)
    {
        var answers = new List<string?>();
        while (!end.IsCancellationRequested)
        {
            answers.Add(await Call(route));
            await Task.Delay(5, CancellationToken.None);
        }
        return answers;
    }

    private async Task<string?> Call(string route)
    {
        var ready = instances.FindAll(static instance => instance.IsReady);
        if (ready.IsEmpty)
            return "no instance is ready";
        var instance = ready[(int)((uint)Interlocked.Increment(ref next) % ready.Count)];
        try
        {
            using var response = await instance.Process.Client.PostText(route, """{"petalLength":1.4,"petalWidth":0.2}""");
            var body = await response.Content.ReadAsStringAsync();
            var items = body.Split("setosa").Length - 1;
            var isWhole = items == (route == "/stream" ? 5 : 1);
            return response.StatusCode == HttpStatusCode.OK && isWhole ? null : $"{response.StatusCode}: {body}";
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    private static async Task<JsonElement> ReadinessProbe()
    {
        var json = Path.Combine(
            AppContext.BaseDirectory.Replace("EasGen.AspNetCore.Tests", "EasGen.AspNetCore.TestApp", StringComparison.Ordinal),
            "eas",
            "rolling.json");
        using var service = JsonDocument.Parse(await File.ReadAllTextAsync(json));
        return service.RootElement.GetProperty("containers")[0].GetProperty("health_check").Clone();
    }
}
