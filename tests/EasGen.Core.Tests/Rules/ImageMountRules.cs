using EasGen.Core.Features;
using static EasGen.Core.Features.ImageMount;

namespace EasGen.Core.Tests;

public class ImageMountRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(
            EAS0460_ImageIsGiven,
            "/storage/0/image/image",
            static image => Valid.With(ImageMount.FeatureType, (Image, image), (Mount.MountPath, "/models")))
            .Refuses("", "no image")
            .Refuses(" ", "no image")
            .Accepts("registry/acme/models:1.4", "${IMAGE}")
            .Refuses(
                "an unset image",
                Valid.With(ImageMount.FeatureType, (Mount.MountPath, "/models")),
                "/storage/0/image/image",
                "no image"));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();
}
