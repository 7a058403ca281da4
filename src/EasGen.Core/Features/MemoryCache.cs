namespace EasGen.Core.Features;

/// <summary>Whether idle memory keeps the files of the mounts.</summary>
internal static class MemoryCache
{
    public static readonly BooleanSetting Enabled = new("Enabled", "options/enableCache") { Console = ConsoleParameters.MemoryCaching };

    public static readonly FeatureType FeatureType = new("MemoryCache", "", [Enabled]) { Arguments = 1 };
}
