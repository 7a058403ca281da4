namespace EasGen.Core.Features;

/// <summary>Whether an instance that crashed is kept, so that the crash can be analysed.</summary>
internal static class CrashBlock
{
    public static readonly BooleanSetting Enabled = new("Enabled", "runtime/enable_crash_block");

    public static readonly FeatureType FeatureType = new("CrashBlock", "", [Enabled]) { Arguments = 1 };
}
