namespace EasGen.Core.Features;

/// <summary>A folder of another image, copied when an instance starts.</summary>
internal static class ImageMount
{
    public static readonly StringSetting Image = new("Image", "image/image");
    public static readonly StringSetting Path = new("Path", "image/path");

    public static readonly Rule EAS0460_ImageIsGiven = Rule.Error("EAS0460", "Image mount has no image")
        .Given(Image, "The image mount has no image; name one with its registry and tag");

    public static readonly FeatureType FeatureType = new(
        "ImageMount",
        "/storage/*",
        [Image, Path, Mount.MountPath, Mount.ResourceType, Mount.ResourceUse])
    {
        Arguments = 3,
        Kind = "image",
    };

    public static readonly Rule[] Rules = [EAS0460_ImageIsGiven];
}
