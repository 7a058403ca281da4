namespace EasGen.Core.Features;

/// <summary>How many requests the gateway lets through to the service.</summary>
internal static class GatewayLimit
{
    private const int MostOnShared = 1000;

    public static readonly IntegerSetting RequestsPerSecond = new("RequestsPerSecond", "networking/gateway_policy/rate_limit/limit")
    {
        Minimum = 0,
    };
    public static readonly IntegerSetting Concurrency = new("Concurrency", "networking/gateway_policy/concurrency_limit/limit")
    {
        Minimum = 0,
    };
    public static readonly BooleanSetting RateLimitEnabled = new("RateLimitEnabled", "networking/gateway_policy/rate_limit/enable")
    {
        Written = true,
        Beside = RequestsPerSecond,
    };
    public static readonly BooleanSetting ConcurrencyLimitEnabled = new(
        "ConcurrencyLimitEnabled",
        "networking/gateway_policy/concurrency_limit/enable")
    {
        Written = true,
        Beside = Concurrency,
    };

    public static readonly Rule EAS0820_LimitIsNotNegative = Rule.Error("EAS0820", "Limit of the gateway is negative")
        .Bounds(RequestsPerSecond, Concurrency);

    public static readonly Rule EAS0821_LimitIsGiven = Rule.Error("EAS0821", "Limit of the gateway is on and lets nothing through")
        .When(RequestsPerSecond, static service =>
        {
            if (service.One(RequestsPerSecond) is not { } policy)
                return;
            foreach (var (enabled, limit) in new[] { (RateLimitEnabled, RequestsPerSecond), (ConcurrencyLimitEnabled, Concurrency) })
            {
                if (policy[enabled] is not true)
                    continue;
                if (policy[limit] is null)
                    service.Report(
                        policy.At(enabled),
                        $"{enabled} is on without a limit; set {limit} to 1 or more, or remove it",
                        Fix.Remove);
                else if (policy[limit] is 0)
                    service.Report(
                        policy.At(limit),
                        $"{limit} is 0, which lets no request through; set it to 1 or more, or set {enabled.Is(false)}");
            }
        });

    public static readonly Rule EAS0822_LimitIsReachable = Rule.Warning(
        "EAS0822",
        "Rate limit is above what the shared gateway lets through")
        .When(RequestsPerSecond, static service =>
        {
            if (service.One(RequestsPerSecond) is { } policy
                && policy[RequestsPerSecond] is { } limit and > MostOnShared
                && policy[RateLimitEnabled] is not false
                && DedicatedGateway.Chosen(service) is null)
                service.Report(
                    policy.At(RequestsPerSecond),
                    $"The shared gateway lets at most {MostOnShared} requests per second through to a service, "
                    + $"so a limit of {limit} is never reached; lower it, or use a dedicated gateway");
        });

    public static readonly Rule EAS0823_GatewayLimitsConcurrency = Rule.Warning("EAS0823", "Concurrency limit on a dedicated gateway")
        .When(Concurrency, static service =>
        {
            if (service.One(Concurrency) is { } policy
                && policy[Concurrency] is not null
                && policy[ConcurrencyLimitEnabled] is not false
                && DedicatedGateway.Chosen(service) is { } gateway)
                service.Report(
                    policy.At(Concurrency),
                    $"A gateway of type ALB cannot limit concurrency; "
                    + $"if '{gateway[DedicatedGateway.Id]}' is one, set {RequestsPerSecond} instead");
        });

    public static readonly FeatureType FeatureType = new(
        "GatewayLimit",
        "",
        [RequestsPerSecond, Concurrency, RateLimitEnabled, ConcurrencyLimitEnabled]);

    public static readonly Rule[] Rules =
    [
        EAS0820_LimitIsNotNegative, EAS0821_LimitIsGiven, EAS0822_LimitIsReachable, EAS0823_GatewayLimitsConcurrency,
    ];
}
