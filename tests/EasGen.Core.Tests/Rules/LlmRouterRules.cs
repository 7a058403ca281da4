using EasGen.Core.Checking;
using EasGen.Core.Features;
using static EasGen.Core.Features.LlmRouter;

namespace EasGen.Core.Tests;

public class LlmRouterRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0680_RouterHasNoBalancer)
            .Refuses("a router", Balanced.With(LlmRouter.Type, "LLMGatewayService"), "/networking/nlb/0", "load balancer", Remove)
            .Refuses(
                "a router by its type",
                Balanced.With(EasService.Type, "LLMGatewayService"),
                "/networking/nlb/0",
                "load balancer",
                Remove)
            .Accepts("another service", Balanced)
            .Accepts("a router without a load balancer", Valid.With(LlmRouter.Type, "LLMGatewayService")),

        Judge(EAS0681_RouterHasGroup)
            .Refuses("no group", Valid.With(LlmRouter.Type, "LLMGatewayService"), "/metadata/group", "has no group")
            .Refuses(
                "no group of a router by its type",
                Valid.With(EasService.Type, "LLMGatewayService"),
                "/metadata/group",
                "has no group")
            .Refuses(
                "a blank group",
                Valid.With(LlmRouter.Type, "LLMGatewayService").With(EasService.Group, " "),
                "/metadata/group",
                "has no group")
            .Accepts("a group", Valid.With(LlmRouter.Type, "LLMGatewayService").With(EasService.Group, "chat"))
            .Accepts("a placeholder", Valid.With(LlmRouter.Type, "LLMGatewayService").With(EasService.Group, "${GROUP}"))
            .Accepts("another service", Valid));

    [Fact]
    public void Every_load_balancer_is_named() => Assert.Equal(
        ["/networking/nlb/0", "/networking/nlb/1"],
        ServiceRules.Check(Balanced
            .With(LlmRouter.Type, "LLMGatewayService")
            .With(NetworkLoadBalancer.FeatureType, (NetworkLoadBalancer.Id, "default"), (NetworkLoadBalancer.Port, 443)))
            .Where(static finding => finding.Rule == EAS0680_RouterHasNoBalancer).Select(static finding => finding.Pointer));

    private static Service Balanced { get; } = Valid.With(
        NetworkLoadBalancer.FeatureType,
        (NetworkLoadBalancer.Id, "default"),
        (NetworkLoadBalancer.Port, 80));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
