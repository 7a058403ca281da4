using EasGen.Core.Checking;
using EasGen.Core.Features;
using static EasGen.Core.Features.VpcNetwork;

namespace EasGen.Core.Tests;

public class VpcNetworkRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0801_NetworkIsComplete)
            .Refuses("no VPC", Network("", "vsw-1", "sg-1"), "/cloud/networking/vpc_id", "Vpc")
            .Refuses("no vSwitch", Network("vpc-1", "", "sg-1"), "/cloud/networking/vswitch_id", "VSwitches")
            .Refuses("no security group", Network("vpc-1", "vsw-1", " "), "/cloud/networking/security_group_id", "SecurityGroup")
            .Refuses(
                "an unset security group",
                Network("vpc-1", "vsw-1", "sg-1").With(SecurityGroup, null),
                "/cloud/networking/security_group_id",
                "SecurityGroup")
            .Accepts("all three", Network("vpc-1", "vsw-1", "sg-1"))
            .Accepts("several vSwitches", Network("vpc-1", "vsw-1,vsw-2", "sg-1"))
            .Accepts("placeholders", Network("${VPC_ID}", "${VSWITCH_ID}", "${SG_ID}"))
            .Accepts("empty texts", Network("", "", ""))
            .Accepts("none", Valid));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    [Fact]
    public void Every_missing_id_is_named() => Assert.Equal(
        ["/cloud/networking/vswitch_id", "/cloud/networking/security_group_id"],
        ServiceRules.Check(Valid.With(Vpc, "vpc-1")).Select(static finding => finding.Pointer));

    private static Service Network(string vpc, string vswitches, string securityGroup) =>
        Valid.With(VpcNetwork.FeatureType, (Vpc, vpc), (VSwitches, vswitches), (SecurityGroup, securityGroup));
}
