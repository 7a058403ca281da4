namespace EasGen.Core.Rooms;

/// <summary>Keeps the calls of the service in a Logstore of Log Service.</summary>
internal static class LogServiceRecords
{
    public static readonly TextRow Project = new("Project", "sinker/config/sls/project") { Console = CallRecords.Console };
    public static readonly TextRow Logstore = new("Logstore", "sinker/config/sls/logstore") { Console = CallRecords.Console };
    public static readonly MarkRow Type = new("Type", "sinker/type", "sls") { HasOwnRule = true, Console = CallRecords.Console };

    public static readonly Room Room = new("LogServiceRecords", "", [Project, Logstore, Type], CallRecords.Rules) { Arguments = 2 };
}
