namespace EasGen.Core.Features;

/// <summary>Files that are collected into Log Service beside what the program prints.</summary>
internal static class LogFiles
{
    public static readonly ArraySetting Paths = new("Paths", "cloud/logging/paths");

    public static readonly FeatureType FeatureType = new("LogFiles", "", [Paths]) { Arguments = 1 };
}
