using EasGen.Core.Features;
using static EasGen.Core.Features.Label;

namespace EasGen.Core.Tests;

public class LabelRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0120_LabelIsComplete)
            .Refuses("an empty key", Labelled(""), "/labels/", "no key")
            .Refuses("a blank key", Labelled(" \t"), "/labels/ \t", "no key")
            .Refuses("an unset key", Valid.With(Label.FeatureType, (Value, "x")), "/labels/", "no key")
            .Refuses("an unset value", Valid.With(Label.FeatureType, (Key, "team")), "/labels/team", "'team'")
            .Accepts("an empty value", Valid.With(Label.FeatureType, (Key, "team"), (Value, "")))
            .Accepts("a word", Labelled("team"))
            .Accepts("a digit", Labelled("0"))
            .Accepts("a path", Labelled("acme.io/team~1")));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Labelled(string key) => Valid.With(Label.FeatureType, (Key, key), (Value, "x"));
}
