namespace EasGen.Core.Rooms;

/// <summary>Files that are collected into Log Service beside what the program prints.</summary>
internal static class LogFiles
{
    public static readonly ListRow Paths = new("Paths", "cloud/logging/paths");

    public static readonly Room Room = new("LogFiles", "", [Paths], []) { Arguments = 1 };
}
