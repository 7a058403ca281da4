using System.Diagnostics;
using EasGen.AspNetCore;

namespace Acme;

/// <summary>
/// Does all that a predict method should not do: blocks, computes and waits for tasks, each for the milliseconds of the
/// request.
/// </summary>
public sealed partial class StubbornClassifier(ILogger<StubbornClassifier> logger) : IEasService<StubbornClassifier>
{
    static void IEasService<StubbornClassifier>.Configure(EasServiceBuilder<StubbornClassifier> service)
    {
        service.Describe(new()
        {
            Name = "stubborn",
            RequestTimeoutMilliseconds = 8000,
        });
        service.StartupProbe("/healthz/startup", timeoutSeconds: 3);
        service.ReadinessProbe("/healthz/ready", timeoutSeconds: 3).Check(static (_, _) => true);
        service.LivenessProbe("/healthz/live", timeoutSeconds: 3).Check(static async (_, cancellationToken) =>
        {
            await Task.Delay(1, cancellationToken);
            return true;
        });
        service.Predict<int, string>("/blocks", static (predictor, milliseconds, _) => predictor.Block(milliseconds));
        service.Predict<int, string>("/computes", static (_, milliseconds, _) => Compute(milliseconds));
        service.Predict<int, string>("/waits-for-task", static (_, milliseconds, _) => Later(milliseconds).GetAwaiter().GetResult());
        service.PredictAsync<int, string>("/async-blocks", static (_, milliseconds, _) => new(BlockLater(milliseconds)));
        service.PredictStream<int, string>(
            "/stream-blocks",
            static (predictor, milliseconds, _) => new(predictor.BlockTwice(milliseconds)));
    }

    private string Block(int milliseconds)
    {
        LogBegun();
        Thread.Sleep(milliseconds);
        return "blocked";
    }

    private static string Compute(int milliseconds)
    {
        var watch = Stopwatch.StartNew();
        var number = 1.0;
        while (watch.ElapsedMilliseconds < milliseconds)
            number = Math.Sqrt(number + 1);
        return number > 0 ? "computed" : "";
    }

    private static async Task<string> Later(int milliseconds)
    {
        await Task.Delay(milliseconds).ConfigureAwait(false);
        await Task.Yield();
        return "waited";
    }

    private static async Task<string> BlockLater(int milliseconds)
    {
        Thread.Sleep(milliseconds);
        await Task.Yield();
        return "blocked";
    }

    private async IAsyncEnumerable<string> BlockTwice(int milliseconds)
    {
        yield return "first";
        LogBegun();
        Thread.Sleep(milliseconds);
        await Task.Yield();
        yield return "second";
    }

    [LoggerMessage(1, LogLevel.Information, "begun")]
    partial void LogBegun();
}
