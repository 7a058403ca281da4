using static EasGen.Core.Rooms.RollingUpdate;

namespace EasGen.Core.Tests;

public class RollingUpdateRules
{
    private const string Surge = "/metadata/rolling_strategy/max_surge";

    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0610_SurgeHasForm, Surge, static surge => Valid.With(MaxSurge, surge))
            .Refuses("-1")
            .Refuses("1.5")
            .Refuses("two")
            .Refuses("%")
            .Refuses("-5%")
            .Refuses("")
            .Accepts("0", "1", "10", "2%", "100%", "150%", "${SURGE}"),

        Judge<string>(EAS0611_UnavailableHasForm, "/metadata/rolling_strategy/max_unavailable", static unavailable => Valid.With(MaxUnavailable, unavailable))
            .Refuses("-1")
            .Refuses(" 1")
            .Refuses("10 %")
            .Refuses("")
            .Accepts("0", "1", "20%", "${UNAVAILABLE}"),

        Judge(EAS0612_UpdateCanMove)
            .Refuses("0 and 0", Update("0", "0"), Surge, "both 0", Use("1"))
            .Refuses("0% and 0", Update("0%", "0"), Surge, "both 0", Use("1"))
            .Refuses("0 and 0%", Update("0", "0%"), Surge, "both 0", Use("1"))
            .Accepts("1 and 0", Update("1", "0"))
            .Accepts("0 and 1", Update("0", "1"))
            .Accepts("1% and 0", Update("1%", "0"))
            .Accepts("0 alone", Valid.With(MaxUnavailable, "0"))
            .Accepts("a placeholder and 0", Update("${SURGE}", "0"))
            .Accepts("what is no amount", Update("none", "none")));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Update(string surge, string unavailable) => Valid.With(MaxSurge, surge).With(MaxUnavailable, unavailable);
}
