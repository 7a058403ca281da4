using EasGen.Core.Features;
using static EasGen.Core.Features.DatasetMount;

namespace EasGen.Core.Tests;

public class DatasetMountRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(
            EAS0450_DatasetIsGiven,
            "/storage/0/dataset/id",
            static id => Valid.With(DatasetMount.FeatureType, (Id, id), (Mount.MountPath, "/data")))
            .Refuses("", "no dataset")
            .Refuses(" ", "no dataset")
            .Accepts("d-0123456789", "${DATASET_ID}")
            .Refuses(
                "an unset id",
                Valid.With(DatasetMount.FeatureType, (Mount.MountPath, "/data")),
                "/storage/0/dataset/id",
                "no dataset"));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
