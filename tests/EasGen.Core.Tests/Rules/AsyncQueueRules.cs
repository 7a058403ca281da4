using EasGen.Core.Features;
using static EasGen.Core.Features.AsyncQueue;

namespace EasGen.Core.Tests;

public class AsyncQueueRules
{
    private static readonly Service Queued = Valid.With(AsyncQueue.Type, "Async");

    public static TheoryData<RuleCase> Cases => Book(
        Positive("cpu", Cpu),
        Positive("memory", MemoryMB),
        Positive("max_delivery", MaxDelivery),

        Judge(EAS0651_ServiceHasQueue)
            .Refuses("no type", Valid.With(Cpu, 1), "/queue/cpu", "not set")
            .Refuses("an empty type", Typed(""), "/queue/memory", "not set")
            .Refuses("another type", Typed("Standard"), "/queue/memory", "'Standard'")
            .Refuses(
                "the type of a router",
                Valid.With(LlmRouter.Type, "LLMGatewayService").With(MaxDelivery, 1),
                "/queue/max_delivery",
                "'LLMGatewayService'")
            .Refuses("a resource group alone", Valid.With(AsyncQueue.ResourceGroup, "eas-r-1"), "/queue/resource", "not set")
            .Accepts("the mark", Queued.With(MemoryMB, 4000))
            .Accepts("the type as text", Typed("Async"))
            .Accepts("a job", Typed("ScalableJob"))
            .Accepts("a service of jobs", Typed("ScalableJobService"))
            .Accepts("a placeholder", Typed("${TYPE}"))
            .Accepts("an empty resource group", Valid.With(AsyncQueue.ResourceGroup, ""))
            .Accepts("no queue", Valid));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Typed(string type) => Valid.With(EasService.Type, type).With(MemoryMB, 4000);

    private static Judging<int> Positive(string key, IntegerSetting setting) =>
        Judge<int>(EAS0650_AmountIsPositive, $"/queue/{key}", value => Queued.With(setting, value))
        .Refuses(0)
        .Refuses(-1)
        .Refuses(int.MinValue)
        .Accepts(1, 2, int.MaxValue);
}
