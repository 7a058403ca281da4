using EasGen.Core.Rooms;
using static EasGen.Core.Rooms.LlmRouter;

namespace EasGen.Core.Tests;

public class LlmRouterRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0680_RouterHasNoBalancer)
            .Refuses("a router", Balanced.With(LlmRouter.Type, "LLMGatewayService"), "/networking/nlb/0", "load balancer", Remove)
            .Refuses("a router by its type", Balanced.With(EasService.Type, "LLMGatewayService"), "/networking/nlb/0", "load balancer", Remove)
            .Accepts("another service", Balanced)
            .Accepts("a router without a load balancer", Valid.With(LlmRouter.Type, "LLMGatewayService")));

    private static Service Balanced { get; } = Valid.With(NetworkLoadBalancer.Room, (NetworkLoadBalancer.Id, "default"), (NetworkLoadBalancer.Port, 80));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
