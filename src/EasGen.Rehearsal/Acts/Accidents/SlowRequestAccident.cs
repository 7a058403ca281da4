using EasGen.Rehearsal.Traffic;
using static System.FormattableString;

namespace EasGen.Rehearsal.Acts;

/// <summary>Requests take too long: their bodies come so slowly that the time limit is over before they are there.</summary>
internal static class SlowRequestAccident
{
    private const int Requests = 20;

    private static readonly TimeSpan LongestLimit = TimeSpan.FromMinutes(1);

    public static async Task PlayAsync(Stage stage, Answers answers, CancellationToken interrupted)
    {
        var limit = stage.Service.ResponseTimeout;
        if (limit > LongestLimit)
        {
            answers.Skip(Question.CutsLong, Invariant($"a request may take {limit.TotalSeconds:0} s, which is too long to play"));
            return;
        }
        var (restarts, from) = (Restarts(), stage.Timeline.Now);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };
        var path = stage.Options.Requests is [var first, ..] ? first.Path : "/";
        var address = new Uri(stage.Router.Addresses[Withdrawn.AtSigterm], path);
        var time = limit + TimeSpan.FromSeconds(1);
        await Task.WhenAll(Enumerable.Range(0, Requests).Select(_ => SendAsync(client, address, time, interrupted)));
        await Task.Delay(TimeSpan.FromSeconds(1), interrupted);
        var cut = stage.Between(from, stage.Timeline.Now).Count(static exchange => exchange.Outcome == ExchangeOutcome.TimedOut);
        var seen = Invariant($"{cut} requests ran into the limit of {limit.TotalSeconds:0.###} s");
        if (Restarts() != restarts || stage.Serving.Any(static instance => !instance.IsReady))
            answers.Fail(
                Question.CutsLong,
                $"{seen}, and an instance was not ready any more",
                Advice.Program("give up a request whose client has gone"));
        else if (cut < Requests)
            answers.Skip(
                Question.CutsLong, Invariant($"{Requests - cut} of {Requests} requests were answered before their slow body was there"));
        else
            answers.Pass(Question.CutsLong, $"{seen}, and all instances stayed ready");

        int Restarts() => stage.All.SelectMany(static instance => instance.Containers).Sum(static container => container.Restarts);
    }

    private static async Task SendAsync(HttpClient client, Uri address, TimeSpan time, CancellationToken interrupted)
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
