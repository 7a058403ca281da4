using System.Globalization;

namespace EasGen.Core.Features;

/// <summary>How an instance takes requests: time limit, threads, queue, batches.</summary>
internal static class RequestHandling
{
    public static readonly NumberSetting TimeoutSeconds = new("TimeoutSeconds", "metadata/rpc/keepalive")
    {
        Scale = 1000,
        Whole = true,
        Minimum = 0.001,
        AdvisedMinimum = 1,
        Maximum = int.MaxValue / 1000,
        Console = ConsoleParameters.ResponseTimeout,
    };
    public static readonly IntegerSetting WorkerThreads = new("WorkerThreads", "metadata/rpc/worker_threads") { Minimum = 1 };
    public static readonly IntegerSetting IoThreads = new("IoThreads", "metadata/rpc/io_threads") { Minimum = 1 };
    public static readonly IntegerSetting MaxQueueSize = new("MaxQueueSize", "metadata/rpc/max_queue_size") { Minimum = 1 };
    public static readonly IntegerSetting RateLimit = new("RateLimit", "metadata/rpc/rate_limit") { Minimum = 0 };
    public static readonly BooleanSetting Batching = new("Batching", "metadata/rpc/batching");
    public static readonly IntegerSetting MaxBatchSize = new("MaxBatchSize", "metadata/rpc/max_batch_size") { Minimum = 1 };
    public static readonly IntegerSetting MaxBatchTimeoutMilliseconds = new("MaxBatchTimeoutMilliseconds", "metadata/rpc/max_batch_timeout")
    {
        Minimum = 0,
    };
    public static readonly StringSetting ProxyPath = new("ProxyPath", "metadata/rpc/proxy_path");
    public static readonly BooleanSetting Jemalloc = new("Jemalloc", "metadata/rpc/enable_jemalloc")
    {
        On = JsonNode.Number(1),
        Off = JsonNode.Number(0),
    };

    public static readonly Rule EAS0620_TimeoutIsPositive = Rule.Error("EAS0620", "Request timeout is out of range").Bounds(TimeoutSeconds);

    public static readonly Rule EAS0621_TimeoutIsNotMilliseconds = Rule.Warning(
        "EAS0621",
        "Request timeout looks like seconds where milliseconds are meant")
        .Each(TimeoutSeconds, static seconds => seconds is >= 0.001 and < 1
            ? new(
                $"Every request is cut off after {Text(seconds * 1000)} ms; "
                + $"for {Seconds(seconds * 1000)} write {new Wording(Text(seconds * 1000), $"{Text(seconds * 1000)}000")}",
                new($"Use {Seconds(seconds * 1000)}", Math.Round(seconds * 1000)))
            : null);

    public static readonly Rule EAS0622_AmountIsInRange = Rule.Error("EAS0622", "Threads, queue, rate or batch size is out of range")
        .Bounds(WorkerThreads, IoThreads, MaxQueueSize, RateLimit, MaxBatchSize, MaxBatchTimeoutMilliseconds);

    public static readonly Rule EAS0623_BatchingNeedsProcessor = Rule.Warning("EAS0623", "Batching works with built-in processors only")
        .When(TimeoutSeconds, static service =>
        {
            if (service.One(TimeoutSeconds) is { } requests
                && requests[Batching] is true
                && (service.Has(Container.FeatureType) || CustomProcessor.IsIn(service)))
                service.Report(
                    requests.At(Batching),
                    $"Only built-in processors batch requests, not a container or a custom processor; remove {Batching}",
                    Processor.IsIn(service) ? Fix.Remove : Fix.Remove.Certainly());
        });

    public static readonly Rule EAS0624_BatchLimitNeedsBatching = Rule.Warning("EAS0624", "Batch limit without batching")
        .When(TimeoutSeconds, static service =>
        {
            if (service.One(TimeoutSeconds) is not { } requests || requests[Batching] is true)
                return;
            foreach (var setting in new[] { MaxBatchSize, MaxBatchTimeoutMilliseconds })
            {
                if (requests[setting] is not null)
                    service.Report(
                        requests.At(setting),
                        $"{setting} has no effect without {Batching.Is(true)}; remove it",
                        Fix.Remove.Certainly());
            }
        });

    public static readonly Rule EAS0625_GatewayTakesTimeout = Rule.Warning("EAS0625", "Request timeout on a dedicated gateway")
        .When(TimeoutSeconds, static service =>
        {
            if (service.One(TimeoutSeconds) is { } requests
                && requests[TimeoutSeconds] is not null
                && DedicatedGateway.Chosen(service) is { } gateway)
                service.Report(
                    requests.At(TimeoutSeconds),
                    $"A gateway of type ALB does not take a request timeout; "
                    + $"if '{gateway[DedicatedGateway.Id]}' is one, remove {TimeoutSeconds}");
        });

    public static readonly FeatureType FeatureType = new(
        "RequestHandling",
        "",
        [
            TimeoutSeconds, WorkerThreads, IoThreads, MaxQueueSize, RateLimit, Batching, MaxBatchSize,
            MaxBatchTimeoutMilliseconds, ProxyPath, Jemalloc,
        ]);

    public static readonly Rule[] Rules =
    [
        EAS0620_TimeoutIsPositive, EAS0621_TimeoutIsNotMilliseconds, EAS0622_AmountIsInRange,
        EAS0623_BatchingNeedsProcessor, EAS0624_BatchLimitNeedsBatching, EAS0625_GatewayTakesTimeout,
    ];

    private static string Seconds(double number) => Text(number) == "1" ? "1 second" : $"{Text(number)} seconds";

    private static string Text(double number) => Math.Round(number).ToString(CultureInfo.InvariantCulture);
}
