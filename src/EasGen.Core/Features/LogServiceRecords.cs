namespace EasGen.Core.Features;

/// <summary>Keeps the calls of the service in a Logstore of Log Service.</summary>
internal static class LogServiceRecords
{
    public static readonly StringSetting Project = new("Project", "sinker/config/sls/project") { Console = CallRecords.Console };
    public static readonly StringSetting Logstore = new("Logstore", "sinker/config/sls/logstore") { Console = CallRecords.Console };
    public static readonly ConstantSetting Type = new("Type", "sinker/type", "sls") { HasOwnRule = true, Console = CallRecords.Console };

    public static readonly FeatureType FeatureType = new("LogServiceRecords", "", [Project, Logstore, Type]) { Arguments = 2 };
}
