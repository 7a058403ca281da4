using static EasGen.Core.Features.BestEffort;

namespace EasGen.Core.Tests;

public class BestEffortRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0540_QosIsKnown, "/metadata/qos", static qos => Valid.With(Qos, qos))
            .Refuses("Guaranteed")
            .Refuses("besteffort")
            .Refuses(" ")
            .Accepts("BestEffort", "", "${QOS}"),

        Judge(EAS0540_QosIsKnown)
            .RefusesJson("""{"metadata": {"qos": "Guaranteed"}}""", "/metadata/qos", "'Guaranteed'")
            .AcceptsJson("""{"metadata": {"qos": "BestEffort"}}""")
            .AcceptsJson("""{"metadata": {"qos": ""}}""")
            .AcceptsJson("""{"metadata": {}}"""));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
