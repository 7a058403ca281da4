using System.Diagnostics;
using System.Net;
using Acme;
using EasGen.AspNetCore.Tests.Kit;
using EasGen.Testing;

namespace EasGen.AspNetCore.Tests.Proofs;

/// <summary>No request that was accepted is lost: a real server, a real signal, a crowd of requests.</summary>
[Collection(Alone.Name)]
public class SigtermProof
{
    private const int InFlight = 200;
    private const int WhileDraining = 50;

    public static TheoryData<int> Runs { get; } = [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task All_requests_are_answered(int run)
    {
        using var app = await ChildApp.Start();

        // Long enough for all to begin on a slow machine, and longer than the drain of 2 s: the server that stops has to wait for them.
        var running = Enumerable.Range(0, InFlight).Select(index => Ask(app, 4000 + (8 * index))).ToArray();
        await app.WaitFor("begun", InFlight);
        Assert.DoesNotContain(running, static request => request.IsCompleted);

        var termination = Stopwatch.StartNew();
        await app.Signal("TERM");
        await app.WaitFor("no longer ready");
        var late = Enumerable.Range(0, WhileDraining).Select(index => Ask(app, index)).ToArray();
        var answers = await Task.WhenAll([.. running, .. late]);
        var exitCode = await app.Exit();
        termination.Stop();

        Assert.All(answers, static answer => Assert.Equal((HttpStatusCode.OK, """{"name":"setosa"}"""), answer));
        Assert.Equal(InFlight + WhileDraining, answers.Length);
        Assert.Equal(0, exitCode);
        Assert.True(
            termination.Elapsed.TotalSeconds < IrisClassifier.Eas.GracePeriodSeconds,
            $"Run {run}: the process took {termination.Elapsed} to end.");
    }

    private static async Task<(HttpStatusCode Code, string Body)> Ask(ServiceProcess app, int milliseconds)
    {
        using var response = await app.Client.PostText(
            "/later",
            $$$"""{"delayMilliseconds":{{{milliseconds}}},"measurement":{"petalLength":1.4,"petalWidth":0.2}}""");
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
