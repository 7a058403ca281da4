using EasGen.Core.Features;
using static EasGen.Core.Features.DedicatedGateway;

namespace EasGen.Core.Tests;

public class DedicatedGatewayRules
{
    private static readonly Service InVpc = Valid.With(
        VpcNetwork.FeatureType,
        (VpcNetwork.Vpc, "vpc-1"),
        (VpcNetwork.VSwitches, "vsw-1"),
        (VpcNetwork.SecurityGroup, "sg-1"));

    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0810_GatewayIsNotShared, "/networking/gateway", static id => InVpc.With(Id, id))
            .Refuses("shared", Remove)
            .Accepts("gw-m2vkzbpixm7mo", "gw-m2vkzbpixm7mo****", "default", "shared-1", "gw-shared", "${GATEWAY}", ""),

        Judge(EAS0811_GatewayNeedsNetwork)
            .Refuses(
                "no VPC",
                Valid.With(Id, "gw-1"),
                "/networking/gateway",
                "The service uses the dedicated gateway 'gw-1', but has no VPC; add the VPC, the vSwitch and the security group of the "
                + "gateway, which one of type ALB needs to reach the service")
            .Refuses("an empty VPC", Valid.With(Id, "gw-1").With(VpcNetwork.Vpc, ""), "/networking/gateway", "'gw-1'")
            .Accepts("a VPC", InVpc.With(Id, "gw-1"))
            .Accepts("the shared gateway, which another rule refuses", Valid.With(Id, "shared"))
            .Accepts("the default one", Valid.With(Id, "default"))
            .Accepts("an empty text", Valid.With(Id, ""))
            .Accepts("none", Valid));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
