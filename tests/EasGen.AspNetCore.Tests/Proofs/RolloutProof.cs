using System.Text.Json;

namespace EasGen.AspNetCore.Tests.Proofs;

/// <summary>
/// Rollouts one after another, rehearsed by the service's own JSON: new instances come, old ones are sent SIGTERM and end, and no caller
/// notices, over kept connections, over streams and in batches, whenever the router withdraws an instance.
/// </summary>
[Collection(Alone.Name)]
public class RolloutProof
{
    private const string Measurement = """{"petalLength":1.4,"petalWidth":0.2}""";

    private const string Answer = """{"name":"setosa"}""";

    // Whole to the last of its items.
    private static readonly string Stream = string.Concat(Enumerable.Repeat($"data: {Answer}\n\n", 5));

    private static readonly int Rollouts = Proof.IsFull ? 10 : 2;
    private static readonly int LeastRequests = Proof.IsFull ? 15_000 : 1000;

    [Fact]
    public async Task No_request_is_lost()
    {
        var report = await EasRehearsal.RunFileAsync(Path.Combine(Kit.ChildApp.Folder, "eas", "rolling.json"), new()
        {
            Command = "dotnet EasGen.AspNetCore.TestApp.dll rolling",
            Environment = new Dictionary<string, string> { ["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning" },
            Requests = [Call("/stream", Stream), Call("/", Answer), Call("/batch", Answer), Call("/", Answer)],
            RequestsPerSecond = 200,
            Rollouts = Rollouts,
            SteadyTime = TimeSpan.FromSeconds(2),
        });

        using var json = JsonDocument.Parse(report.ToJson());
        var outcomes = json.RootElement.GetProperty("requests").GetProperty("outcomes");
        Proof.Record($"| {Rollouts} | {report.Requests} | {report.LostRequests} |");
        Assert.Equal(["answered"], outcomes.EnumerateObject().Select(static outcome => outcome.Name));
        Assert.True(report.Requests >= LeastRequests, $"Only {report.Requests} requests.");
        // Not one of them was left out.
        Assert.All(report.Answers, static answer => Assert.Equal(RehearsalOutcome.Passed, answer.Outcome));
        Assert.EndsWith(", with code 0", report.Answers.Single(static answer => answer.Id == "stops").Finding, StringComparison.Ordinal);
    }

    private static RehearsalRequest Call(string path, string body) =>
        RehearsalRequest.Json(Measurement, path) with { ExpectedBody = body };
}
