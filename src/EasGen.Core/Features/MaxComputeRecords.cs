namespace EasGen.Core.Features;

/// <summary>Keeps the calls of the service in a table of MaxCompute.</summary>
internal static class MaxComputeRecords
{
    public static readonly StringSetting Project = new("Project", "sinker/config/maxcompute/project") { Console = CallRecords.Console };
    public static readonly StringSetting Table = new("Table", "sinker/config/maxcompute/table") { Console = CallRecords.Console };
    public static readonly ConstantSetting Type = new("Type", "sinker/type", "maxcompute")
    {
        HasOwnRule = true,
        Console = CallRecords.Console,
    };

    public static readonly FeatureType FeatureType = new("MaxComputeRecords", "", [Project, Table, Type]) { Arguments = 2 };
}
