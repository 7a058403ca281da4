namespace EasGen.Core.Rooms;

/// <summary>Keeps the calls of the service in a table of MaxCompute.</summary>
internal static class MaxComputeRecords
{
    public static readonly TextRow Project = new("Project", "sinker/config/maxcompute/project") { Console = CallRecords.Console };
    public static readonly TextRow Table = new("Table", "sinker/config/maxcompute/table") { Console = CallRecords.Console };
    public static readonly MarkRow Type = new("Type", "sinker/type", "maxcompute") { HasOwnRule = true, Console = CallRecords.Console };

    public static readonly Room Room = new("MaxComputeRecords", "", [Project, Table, Type], CallRecords.Rules) { Arguments = 2 };
}
