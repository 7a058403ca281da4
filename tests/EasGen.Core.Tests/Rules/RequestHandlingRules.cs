using EasGen.Core.Features;
using static EasGen.Core.Features.RequestHandling;

namespace EasGen.Core.Tests;

public class RequestHandlingRules
{
    private static readonly Service Processor = Valid.Without(Container.FeatureType);

    public static TheoryData<RuleCase> Cases => Book(
        Judge<double>(EAS0620_TimeoutIsPositive, "/metadata/rpc/keepalive", TimingOut)
            .Refuses(0)
            .Refuses(-5)
            .Refuses(0.0009)
            .Refuses(2147484)
            .Refuses(double.NaN)
            .Refuses(double.PositiveInfinity)
            .Refuses(double.NegativeInfinity)
            .Accepts(0.001, 1, 5, 600, 2147483),

        Judge<double>(EAS0621_TimeoutIsNotMilliseconds, "/metadata/rpc/keepalive", TimingOut)
            .Refuses(0.001, "1 ms", new("Use 1 second", 1.0))
            .Refuses(0.005, "5 ms", new("Use 5 seconds", 5.0))
            .Refuses(0.6, "600 ms", new("Use 600 seconds", 600.0))
            .Refuses(0.999, "999 ms", new("Use 999 seconds", 999.0))
            .Accepts(1, 1.5, 600, 0, -0.5, 0.0004, double.NaN),

        AtLeast("worker_threads", WorkerThreads, 1),
        AtLeast("io_threads", IoThreads, 1),
        AtLeast("max_queue_size", MaxQueueSize, 1),
        AtLeast("rate_limit", RateLimit, 0),
        AtLeast("max_batch_size", MaxBatchSize, 1),
        AtLeast("max_batch_timeout", MaxBatchTimeoutMilliseconds, 0),

        Judge(EAS0623_BatchingNeedsProcessor)
            .Refuses("a container", Valid.With(Batching, true), "/metadata/rpc/batching", "Batching", Remove)
            .Refuses(
                "a custom processor",
                Processor.With(CustomProcessor.Package, "oss://b/p.tar.gz").With(Batching, true),
                "/metadata/rpc/batching",
                "Batching",
                Remove)
            .Accepts("a built-in processor", Processor.With(Features.Processor.Code, "pmml").With(Batching, true))
            .Accepts("a custom processor of empty texts", Processor.With(CustomProcessor.Package, "").With(Batching, true))
            .Accepts("a container that does not batch", Valid.With(Batching, false))
            .Accepts("a container with other limits", TimingOut(5))
            .Accepts("no container", Processor.With(Batching, true)),

        Judge(EAS0624_BatchLimitNeedsBatching)
            .Refuses("a size alone", Valid.With(MaxBatchSize, 16), "/metadata/rpc/max_batch_size", "MaxBatchSize", Remove)
            .Refuses(
                "a time alone",
                Valid.With(MaxBatchTimeoutMilliseconds, 50),
                "/metadata/rpc/max_batch_timeout",
                "MaxBatchTimeoutMilliseconds",
                Remove)
            .Refuses(
                "a size with batching off",
                Valid.With(Batching, false).With(MaxBatchSize, 16),
                "/metadata/rpc/max_batch_size",
                "MaxBatchSize",
                Remove)
            .Accepts("a size with batching", Processor.With(Batching, true).With(MaxBatchSize, 16))
            .Accepts("no limit", TimingOut(5))
            .Accepts("nothing", Valid),

        Judge(EAS0625_GatewayTakesTimeout)
            .Refuses("a dedicated gateway", TimingOut(60).With(DedicatedGateway.Id, "gw-1"), "/metadata/rpc/keepalive", "'gw-1'")
            .Accepts("threads", Valid.With(WorkerThreads, 5).With(DedicatedGateway.Id, "gw-1"))
            .Accepts("the shared gateway", TimingOut(60)));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service TimingOut(double seconds) => Valid.With(TimeoutSeconds, seconds);

    private static Judging<int> AtLeast(string key, IntegerSetting setting, int least) =>
        Judge<int>(EAS0622_AmountIsInRange, $"/metadata/rpc/{key}", value => Valid.With(setting, value))
            .Refuses(int.MinValue)
            .Refuses(least - 1)
            .Accepts(least, least + 1, int.MaxValue);
}
