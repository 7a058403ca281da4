using EasGen.Core.Features;
using EasGen.Rehearsal.Instances;
using EasGen.Rehearsal.Traffic;
using static System.FormattableString;

namespace EasGen.Rehearsal.Acts;

/// <summary>Accidents: what EAS does about them, and what callers see.</summary>
internal static class AccidentAct
{
    // An instance that came back in this time is not worth a word.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestLimit = TimeSpan.FromMinutes(1);

    private const int SlowRequests = 20;

    public static async Task PlayAsync(Stage stage, Answers answers, CancellationToken interrupted)
    {
        // The same seed picks the same instances.
#pragma warning disable CA5394 // Chance of a play, not of a secret.
        var chance = new Random(stage.Options.Seed);
        stage.Timeline.Add(null, EventKind.Act, "accident: an instance is killed");
        await KillAsync(stage, Pick(), answers, interrupted);
        stage.Timeline.Add(null, EventKind.Act, "accident: an instance hangs");
        await HangAsync(stage, Pick(), answers, interrupted);
        stage.Timeline.Add(null, EventKind.Act, "accident: requests take too long");
        await FillTimeAsync(stage, answers, interrupted);
        stage.Timeline.Add(null, EventKind.Act, "accident: a start at half the speed");
        await StartSlowlyAsync(stage, answers, interrupted);

        Instance Pick() => stage.Serving[chance.Next(stage.Serving.Count)];
#pragma warning restore CA5394
    }

    private static async Task KillAsync(Stage stage, Instance instance, Answers answers, CancellationToken interrupted)
    {
        var from = stage.Timeline.Now;
        instance.Kill("killed by the rehearsal");
        var isBack = await IsReadyAgainAsync(stage, instance, Patience + StartTime(stage), interrupted);
        var seen = Lost(stage, from);
        if (isBack)
            answers.Pass(Question.SurvivesKill, Invariant($"ready again after {(stage.Timeline.Now - from).TotalSeconds:0.0} s; {seen}"));
        else
            answers.Fail(Question.SurvivesKill, $"it did not become ready again; {seen}", new RehearsalAdvice(null, "let it start from any state"));
    }

    private static async Task HangAsync(Stage stage, Instance instance, Answers answers, CancellationToken interrupted)
    {
        if (!OperatingSystem.IsLinux())
        {
            answers.Skip(Question.SurvivesHang, "only Linux can let a process hang");
            return;
        }
        if (stage.Service.First.Liveness is not { } liveness)
        {
            answers.Fail(
                Question.SurvivesHang,
                "it has no liveness probe, so an instance that hangs is never restarted",
                new RehearsalAdvice(JsonPointer.Spoken(stage.Service.First.At(Probe.Liveness)), "add a liveness probe"));
            return;
        }
        var (from, restarts) = (stage.Timeline.Now, instance.Containers[0].Restarts);
        instance.Containers[0].Stop(isStopped: true);
        var limit = liveness.TimeToFail + (liveness.Timeout * liveness.FailureThreshold) + liveness.Period + Patience + StartTime(stage);
        while (instance.Containers[0].Restarts == restarts && stage.Timeline.Now - from < limit)
            await Task.Delay(50, interrupted);
        var found = stage.Timeline.Now - from;
        if (instance.Containers[0].Restarts == restarts)
        {
            instance.Containers[0].Stop(isStopped: false);
            answers.Fail(
                Question.SurvivesHang,
                Invariant($"{liveness.Name} did not notice it in {found.TotalSeconds:0} s; {Lost(stage, from)}"),
                new RehearsalAdvice(JsonPointer.Spoken(liveness.Pointer), "ask the program itself, by GET: a port stays open while a program hangs"));
            return;
        }
        var isBack = await IsReadyAgainAsync(stage, instance, Patience + StartTime(stage), interrupted);
        if (isBack)
            answers.Pass(
                Question.SurvivesHang,
                Invariant($"restarted after {found.TotalSeconds:0.0} s, ready again after {(stage.Timeline.Now - from).TotalSeconds:0.0} s; {Lost(stage, from)}"));
        else
            answers.Fail(Question.SurvivesHang, $"it did not become ready again; {Lost(stage, from)}", new RehearsalAdvice(null, "let it start from any state"));
    }

    // Bodies that come so slowly that the time limit is over before they are there.
    private static async Task FillTimeAsync(Stage stage, Answers answers, CancellationToken interrupted)
    {
        var limit = stage.Service.ResponseTimeout;
        if (limit > LongestLimit)
        {
            answers.Skip(Question.CutsLong, Invariant($"a request may take {limit.TotalSeconds:0} s, which is too long to play"));
            return;
        }
        var (restarts, from) = (Restarts(), stage.Timeline.Now);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };
        var address = new Uri(stage.Router.Addresses[Withdrawn.AtSigterm], stage.Options.Requests is [var first, ..] ? first.Path : "/");
        var slow = Enumerable.Range(0, SlowRequests).Select(_ => SendSlowlyAsync(client, address, limit + TimeSpan.FromSeconds(1), interrupted));
        await Task.WhenAll(slow);
        await Task.Delay(TimeSpan.FromSeconds(1), interrupted);
        var cut = stage.Between(from, stage.Timeline.Now).Count(static exchange => exchange.Outcome == ExchangeOutcome.TimedOut);
        if (Restarts() != restarts || stage.Serving.Any(static instance => !instance.IsReady))
            answers.Fail(
                Question.CutsLong,
                Invariant($"after {cut} requests that ran into the limit of {limit.TotalSeconds:0.###} s an instance was not ready any more"),
                new RehearsalAdvice(null, "give up a request whose client has gone"));
        else if (cut < SlowRequests)
            answers.Skip(Question.CutsLong, Invariant($"{SlowRequests - cut} of {SlowRequests} requests with a slow body were answered before it was there"));
        else
            answers.Pass(Question.CutsLong, Invariant($"{cut} requests ran into the limit of {limit.TotalSeconds:0.###} s, and all instances stayed ready"));

        int Restarts() => stage.All.SelectMany(static instance => instance.Containers).Sum(static container => container.Restarts);
    }

    private static async Task SendSlowlyAsync(HttpClient client, Uri address, TimeSpan time, CancellationToken interrupted)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new SlowContent(time) };
        try
        {
            using var response = await client.SendAsync(message, interrupted);
        }
        catch (HttpRequestException)
        {
            // The connection is closed on whoever takes too long.
        }
    }

    private static async Task StartSlowlyAsync(Stage stage, Answers answers, CancellationToken interrupted)
    {
        if (!OperatingSystem.IsLinux())
        {
            answers.Skip(Question.StartsSlowly, "only Linux can slow a process down");
            return;
        }
        if (stage.IsAlone)
        {
            answers.Skip(Question.StartsSlowly, "its port is fixed, so that no second instance fits on this machine");
            return;
        }
        var instance = stage.Start();
        var ready = StartAct.WaitAsync(stage, instance, interrupted);
        for (var isStopped = true; !ready.IsCompleted; isStopped = !isStopped)
        {
            foreach (var container in instance.Containers)
                container.Stop(isStopped);
            await Task.WhenAny(ready, Task.Delay(50, interrupted));
        }
        foreach (var container in instance.Containers)
            container.Stop(isStopped: false);
        var isReady = await ready;
        if (!isReady)
            await stage.RemoveAsync(instance, isInTheWay: false);
        if (isReady)
            answers.Pass(Question.StartsSlowly, Invariant($"ready after {(instance.ReadyAt!.Value - instance.StartedAt).TotalSeconds:0.0} s"));
        else
            answers.Fail(
                Question.StartsSlowly,
                $"it {instance.Failure!.Text}",
                new RehearsalAdvice(
                    JsonPointer.Spoken(stage.Service.First.Startup?.At(Probe.StartupFailureThreshold) ?? stage.Service.First.At(Probe.Startup)),
                    "leave a start twice the time that it needs here"));
    }

    private static async Task<bool> IsReadyAgainAsync(Stage stage, Instance instance, TimeSpan limit, CancellationToken interrupted)
    {
        // It counts as ready until a check says otherwise.
        for (var since = stage.Timeline.Now; instance.Containers.All(static container => container.Runs) && instance.IsReady;)
        {
            if (stage.Timeline.Now - since > TimeSpan.FromSeconds(2))
                break;
            await Task.Delay(20, interrupted);
        }
        for (var since = stage.Timeline.Now; !instance.IsReady && stage.Timeline.Now - since < limit;)
            await Task.Delay(50, interrupted);
        return instance.IsReady;
    }

    private static TimeSpan StartTime(Stage stage) => stage.Service.First.Startup is { } startup
        ? startup.Budget
        : stage.Options.StartTimeout;

    private static string Lost(Stage stage, TimeSpan from)
    {
        var all = stage.Between(from, stage.Timeline.Now);
        var lost = all.Where(static exchange => exchange.IsFailure).ToList();
        return lost.Count == 0
            ? Invariant($"none of {all.Count} requests was lost")
            : Invariant($"{lost.Count} of {all.Count} requests failed: {Outcomes.Of(lost)}");
    }

    private sealed class SlowContent(TimeSpan time) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            for (var part = 0; part < 20; part++)
            {
                await stream.WriteAsync(" "u8.ToArray());
                await stream.FlushAsync();
                await Task.Delay(time / 20);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
