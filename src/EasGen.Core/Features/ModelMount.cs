namespace EasGen.Core.Features;

/// <summary>
/// A model: a folder of OSS that says of itself that it holds one. It has the settings and the rules of a mount from OSS.
/// </summary>
internal static class ModelMount
{
    public static readonly ConstantSetting Mark = new("ResourceType", "properties/resource_type", "model")
    {
        Console = ConsoleParameters.PaiModel,
    };

    public static readonly FeatureType FeatureType = new(
        "ModelMount",
        "/storage/*",
        [OssMount.Path, Mount.MountPath, OssMount.ReadOnly, OssMount.Endpoint, Mount.ResourceUse, Mark])
    {
        Arguments = 2,
        Kind = "oss",
    };
}
