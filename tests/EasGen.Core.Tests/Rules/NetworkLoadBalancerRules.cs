using EasGen.Core.Features;
using static EasGen.Core.Features.NetworkLoadBalancer;

namespace EasGen.Core.Tests;

public class NetworkLoadBalancerRules
{
    private static readonly Service InVpc = Valid.With(
        VpcNetwork.FeatureType,
        (VpcNetwork.Vpc, "vpc-1"),
        (VpcNetwork.VSwitches, "vsw-1,vsw-2"),
        (VpcNetwork.SecurityGroup, "sg-1"));

    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0830_BalancerNeedsNetwork)
            .Refuses("no VPC", Valid.With(Listener("default", 80)), "/networking/nlb/0", "VPC")
            .Refuses("two without a VPC", Valid.With(Listener("default", 80)).With(Listener("default", 81)), "/networking/nlb/0", "VPC")
            .Accepts("a VPC", InVpc.With(Listener("default", 80)))
            .Accepts("none", Valid),

        Judge<string>(
            EAS0831_BalancerHasTwoVSwitches,
            "/cloud/networking/vswitch_id",
            static vswitches => InVpc.With(Listener("default", 80)).With(VpcNetwork.VSwitches, vswitches))
            .Refuses("vsw-1")
            .Refuses("vsw-1,")
            .Refuses("vsw-1, vsw-1")
            .Accepts("vsw-1,vsw-2", "vsw-1, vsw-2", "a,b,c", "${VSWITCHES}", "")
            .Accepts("one without a load balancer", InVpc.With(VpcNetwork.VSwitches, "vsw-1")),

        Judge<int>(EAS0832_PortIsNotEngines, "/networking/nlb/0/listener_port", static port => InVpc.With(Listener("default", port)))
            .Refuses(8080)
            .Accepts(80, 8079, 8081, 9090),

        Judge<int>(EAS0833_PortIsInRange, "/networking/nlb/0/listener_port", static port => InVpc.With(Listener("default", port)))
            .Refuses(-1)
            .Refuses(0)
            .Refuses(65536)
            .Accepts(1, 80, 65535),

        Judge<string>(EAS0834_SideIsKnown, "/networking/nlb/0/netType", static side => InVpc.With(Listener("default", 80).Set(Side, side)))
            .Refuses("Internet")
            .Refuses("both")
            .Refuses("2")
            .Accepts("intranet", "internet", "${SIDE}"),

        Judge(EAS0835_BalancersAreOfOneKind)
            .Refuses(
                "a default and an own one",
                InVpc.With(Listener("default", 80)).With(Listener("nlb-1", 80)),
                "/networking/nlb/0/id",
                "'nlb-1'")
            .Refuses(
                "an own and a default one",
                InVpc.With(Listener("nlb-1", 80)).With(Listener("default", 80)),
                "/networking/nlb/1/id",
                "'nlb-1'")
            .Accepts("two default ones", InVpc.With(Listener("default", 80)).With(Listener("default", 81)))
            .Accepts("two own ones", InVpc.With(Listener("nlb-1", 80)).With(Listener("nlb-2", 80)))
            .Accepts("a placeholder", InVpc.With(Listener("default", 80)).With(Listener("${NLB}", 80))),

        Judge(EAS0836_ListenerIsFree)
            .Refuses(
                "a port twice",
                InVpc.With(Listener("nlb-1", 80)).With(Listener("nlb-1", 80)),
                "/networking/nlb/1/listener_port",
                "port 80")
            .Accepts("a port on two load balancers", InVpc.With(Listener("nlb-1", 80)).With(Listener("nlb-2", 80)))
            .Accepts(
                "a port on both sides",
                InVpc.With(Listener("default", 80).Set(Side, "intranet")).With(Listener("default", 80).Set(Side, "internet")))
            .Accepts("two ports", InVpc.With(Listener("nlb-1", 80)).With(Listener("nlb-1", 81)))
            .Accepts(
                "two without a port",
                InVpc.With(A(NetworkLoadBalancer.FeatureType, (Id, "nlb-1"))).With(A(NetworkLoadBalancer.FeatureType, (Id, "nlb-1")))));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Feature Listener(string id, int port) => A(NetworkLoadBalancer.FeatureType, (Id, id), (Port, port));
}
