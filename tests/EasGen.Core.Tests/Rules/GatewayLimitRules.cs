using EasGen.Core.Features;
using static EasGen.Core.Features.GatewayLimit;

namespace EasGen.Core.Tests;

public class GatewayLimitRules
{
    private const string Rate = "/networking/gateway_policy/rate_limit";
    private const string InFlight = "/networking/gateway_policy/concurrency_limit";

    public static TheoryData<RuleCase> Cases => Book(
        Judge<int>(EAS0820_LimitIsNotNegative, $"{Rate}/limit", static limit => Valid.With(RequestsPerSecond, limit))
            .Refuses(-1)
            .Accepts(0, 1, int.MaxValue),

        Judge<int>(EAS0820_LimitIsNotNegative, $"{InFlight}/limit", static limit => Valid.With(Concurrency, limit))
            .Refuses(-1)
            .Accepts(0, 1, int.MaxValue),

        Judge(EAS0821_LimitIsGiven)
            .Refuses("a rate without a limit", Valid.With(RateLimitEnabled, true), $"{Rate}/enable", "without a limit", Remove)
            .Refuses(
                "a concurrency without a limit",
                Valid.With(ConcurrencyLimitEnabled, true),
                $"{InFlight}/enable",
                "without a limit",
                Remove)
            .Refuses(
                "a concurrency beside a rate with a limit",
                Valid.With(RequestsPerSecond, 100).With(ConcurrencyLimitEnabled, true),
                $"{InFlight}/enable",
                "without a limit",
                Remove)
            .Refuses("a rate of nothing", Valid.With(RequestsPerSecond, 0).With(RateLimitEnabled, true), $"{Rate}/limit", "is 0")
            .Refuses(
                "a concurrency of nothing",
                Valid.With(Concurrency, 0).With(ConcurrencyLimitEnabled, true),
                $"{InFlight}/limit",
                "is 0")
            .Accepts("a rate of nothing that is off", Valid.With(RequestsPerSecond, 0).With(RateLimitEnabled, false))
            .Accepts("no rate that is off", Valid.With(RateLimitEnabled, false))
            .Accepts("a rate", Valid.With(RequestsPerSecond, 1).With(RateLimitEnabled, true))
            .Accepts("a concurrency", Valid.With(Concurrency, 1).With(ConcurrencyLimitEnabled, true))
            .Accepts("nothing", Valid),

        Judge<int>(EAS0822_LimitIsReachable, $"{Rate}/limit", static limit => Valid.With(RequestsPerSecond, limit))
            .Refuses(1001)
            .Refuses(int.MaxValue)
            .Accepts(1, 1000)
            .Refuses(
                "the shared gateway by its name",
                Valid.With(RequestsPerSecond, 1001).With(DedicatedGateway.Id, "default"),
                $"{Rate}/limit",
                "1001")
            .Accepts("a dedicated gateway", Valid.With(RequestsPerSecond, 1001).With(DedicatedGateway.Id, "gw-1"))
            .Accepts("a limit that is off", Valid.With(RequestsPerSecond, 1001).With(RateLimitEnabled, false)),

        Judge(EAS0823_GatewayLimitsConcurrency)
            .Refuses("a dedicated gateway", Valid.With(Concurrency, 10).With(DedicatedGateway.Id, "gw-1"), $"{InFlight}/limit", "'gw-1'")
            .Accepts(
                "a limit that is off",
                Valid.With(Concurrency, 10).With(ConcurrencyLimitEnabled, false).With(DedicatedGateway.Id, "gw-1"))
            .Accepts("a rate", Valid.With(RequestsPerSecond, 10).With(DedicatedGateway.Id, "gw-1"))
            .Accepts("the shared gateway", Valid.With(Concurrency, 10)));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
