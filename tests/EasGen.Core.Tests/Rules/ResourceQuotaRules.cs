using EasGen.Core.Features;
using static EasGen.Core.Features.ResourceQuota;

namespace EasGen.Core.Tests;

public class ResourceQuotaRules
{
    private static readonly Service Alone = Valid.Without(InstanceType.FeatureType).With(Id, "quota1");

    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0516_QuotaIsAlone)
            .Refuses("a quota and a group", Alone.With(ResourceGroup.Id, "eas-r-x"), "/metadata/quota_id", "'eas-r-x'")
            .Refuses("a quota and a public type", Valid.With(Id, "quota1"), "/metadata/quota_id", "'ecs.c7.large'")
            .Refuses(
                "a quota, a group and a public type",
                Valid.With(Id, "quota1").With(ResourceGroup.Id, "eas-r-x"),
                "/metadata/quota_id",
                "'eas-r-x'")
            .Accepts("a quota", Alone)
            .Accepts("a quota and an empty group", Alone.With(ResourceGroup.Id, ""))
            .Accepts("an empty quota", Valid.With(Id, ""))
            .Accepts("no quota", Valid));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
