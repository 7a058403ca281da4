using System.Text.Json;
using EasGen.AspNetCore.Tests.Kit;

namespace EasGen.AspNetCore.Tests.Proofs;

/// <summary>
/// A busy service is a healthy one: whatever predict methods do to their threads, the probes are green and every caller
/// is answered.
/// </summary>
[Collection(Alone.Name)]
public class BusyProof
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(Proof.IsFull ? 60 : 9);

    // The service's limit for a request is 8 s; the router's is far behind it.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData("/blocks", 5000)]
    [InlineData("/computes", 1000)]
    [InlineData("/waits-for-task", 5000)]
    [InlineData("/async-blocks", 5000)]
    [InlineData("/stream-blocks", 5000)]
    public async Task The_probes_are_green_and_every_call_is_answered(string route, int milliseconds)
    {
        var report = await RehearseAsync(new()
        {
            Command = "dotnet EasGen.AspNetCore.TestApp.dll stubborn",
            WorkingDirectory = ChildApp.Folder,
            Environment = new Dictionary<string, string> { ["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning" },
            Requests = [RehearsalRequest.Json(milliseconds.ToString(System.Globalization.CultureInfo.InvariantCulture), route)],
            RequestsPerSecond = 150,
            SteadyTime = Duration,
            Rollouts = 0,
        });

        using var json = JsonDocument.Parse(report.ToJson());
        var requests = json.RootElement.GetProperty("requests");
        var outcomes = requests.GetProperty("outcomes").EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetInt32());
        var probes = json.RootElement.GetProperty("probes").EnumerateArray()
            .Where(static probe => probe.GetProperty("probe").GetString() != "startup_check")
            .ToList();
        var slowest = probes.Max(static probe => probe.GetProperty("tookSeconds").GetDouble());
        var counts = string.Join(", ", outcomes.Select(static pair => $"{pair.Key}: {pair.Value}"));
        Proof.Record($"| {route} | {report.Requests} | {counts} | {probes.Count} | {slowest * 1000:0} ms |");
        Assert.Equal(RehearsalOutcome.Passed, report.Answers.Single(static answer => answer.Id == "stays-healthy").Outcome);
        Assert.All(probes, static probe => Assert.Equal(200, probe.GetProperty("status").GetInt32()));
        // 408 and 429 are answers too.
        Assert.Empty(outcomes.Keys.Except(["answered", "timed-out", "turned-away"]));
        Assert.Contains("answered", outcomes.Keys);
        Assert.All(
            requests.GetProperty("failures").EnumerateArray(),
            static failure => Assert.True(failure.GetProperty("tookSeconds").GetDouble() < Longest.TotalSeconds, failure.ToString()));
        Assert.True(report.Requests >= 500 && probes.Count >= 9, $"Only {report.Requests} and {probes.Count}.");
    }

    // Too late for many, so that the report as a whole is not good.
    private static async Task<RehearsalReport> RehearseAsync(RehearsalOptions options)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("easgen-busy-").FullName, "stubborn.json");
        await File.WriteAllTextAsync(file, $$"""
            {
              "metadata": { "name": "stubborn", "instance": 1, "rpc": { "keepalive": 20000 } },
              "containers": [
                {
                  "image": "registry-vpc.cn-shanghai.aliyuncs.com/acme/stubborn:1",
                  "port": 8000,
                  "startup_check": {{Probe("/healthz/startup", 30)}},
                  "health_check": {{Probe("/healthz/ready", 3)}},
                  "liveness_check": {{Probe("/healthz/live", 3)}}
                }
              ]
            }
            """);
        try
        {
            return await EasRehearsal.RunFileAsync(file, options);
        }
        catch (RehearsalFailedException failed)
        {
            return failed.Report;
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    // A machine that is busy with other tests answers later; one whose threads are used up does not answer at all.
    private static string Probe(string path, int failures) => $$"""
        {
          "http_get": { "path": "{{path}}", "port": 8000 }, "initial_delay_seconds": 0, "period_seconds": 1,
          "timeout_seconds": {{(Proof.IsFull ? 3 : 15)}}, "success_threshold": 1, "failure_threshold": {{failures}}
        }
        """;
}
