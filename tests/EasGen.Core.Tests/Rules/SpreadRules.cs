using static EasGen.Core.Features.Spread;

namespace EasGen.Core.Tests;

public class SpreadRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0630_PolicyIsKnown, "/metadata/scheduling/spread/policy", static policy => Valid.With(Policy, policy))
            .Refuses("Zone")
            .Refuses("node")
            .Refuses("3")
            .Accepts("default", "host", "zone", "${POLICY}"));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
