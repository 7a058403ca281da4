using static EasGen.Core.Features.ExtraDisk;

namespace EasGen.Core.Tests;

public class ExtraDiskRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<int>(EAS0542_SizeIsInRange, "/features/eas.aliyun.com~1extra-ephemeral-storage", static size => Valid.With(SizeGB, size))
            .Refuses(-1)
            .Refuses(2001)
            .Accepts(0, 1, 20, 2000));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
