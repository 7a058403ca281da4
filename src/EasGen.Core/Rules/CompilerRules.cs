namespace EasGen.Core.Rules;

/// <summary>
/// Rules that hold the code against its configuration. They need the code, so each is judged by an analyzer of its own;
/// here is what the rule book says of them.
/// </summary>
internal static class CompilerRules
{
    public static readonly Rule EAS1001_ClassIsPartial = Rule.Error("EAS1001", "Service class is not partial");

    public static readonly Rule EAS1002_ServiceNamesAreUnique = Rule.Error("EAS1002", "Two services have the same name");

    public static readonly Rule EAS1003_ClassCanBeExtended = Rule.Error("EAS1003", "Service class cannot be extended or created");

    public static readonly Rule EAS1004_ConstantsNameIsFree = Rule.Error(
        "EAS1004",
        "Service class uses the name of the generated constants");

    public static readonly Rule EAS1005_SettingHasService = Rule.Warning("EAS1005", "Setting on a class that is not a service");

    public static readonly Rule EAS1006_RuntimeIsReferenced = Rule.Error("EAS1006", "Predictor without the runtime that serves it");

    public static readonly Rule EAS1010_PredictCanBeCalled = Rule.Error("EAS1010", "Predict method cannot be called");

    public static readonly Rule EAS1011_ProbeCanBeCalled = Rule.Error("EAS1011", "Probe method cannot be called");

    public static readonly Rule EAS1012_StartupCanBeCalled = Rule.Error("EAS1012", "Start-up method cannot be called");

    public static readonly Rule EAS1013_RouteIsFree = Rule.Error("EAS1013", "Predict route cannot be mapped");

    public static readonly Rule EAS1014_ProbePathIsServed = Rule.Error("EAS1014", "Probe path cannot be served");

    public static readonly Rule EAS1015_ProbePathIsMapped = Rule.Warning("EAS1015", "Probe path is not mapped");

    public static readonly Rule EAS1016_ProbePathIsMappedInProduction = Rule.Warning("EAS1016", "Probe path is not mapped in Production");

    public static readonly Rule EAS1017_CodeListensOnPort = Rule.Warning(
        "EAS1017",
        "Code listens on an address other than the declared port");

    public static readonly Rule EAS1018_ShutdownFitsGracePeriod = Rule.Warning(
        "EAS1018",
        "Shutdown of the host does not fit into the grace period");

    public static readonly Rule EAS1019_SigtermIsSent = Rule.Warning("EAS1019", "Code waits for a SIGTERM that is not sent");

    public static readonly Rule EAS1020_MarkIsOnMethod = Rule.Error("EAS1020", "Attribute is not on an ordinary method");

    public static readonly Rule EAS1021_ServiceIsAddedOnce = Rule.Error("EAS1021", "Application has two services");

    public static readonly Rule EAS1035_PredictLimitsAreInRange = Rule.Error("EAS1035", "Limit of a predict method is out of range");

    public static readonly Rule EAS1036_QueueHasLimit = Rule.Warning("EAS1036", "Queue limit without a concurrency limit");

    public static readonly Rule EAS1037_BatchCanBeCalled = Rule.Error("EAS1037", "Batch method cannot be called");

    public static readonly Rule EAS1038_BatchFitsQueue = Rule.Error("EAS1038", "Batch is larger than its queue");

    public static readonly Rule EAS1039_BatchDelayFitsTimeLimit = Rule.Error("EAS1039", "Wait for a batch uses up the time limit");

    public static readonly Rule EAS1040_BatchDelayHasSize = Rule.Warning("EAS1040", "Wait for a batch without a batch size");

    public static readonly Rule[] All =
    [
        EAS1001_ClassIsPartial, EAS1002_ServiceNamesAreUnique, EAS1003_ClassCanBeExtended, EAS1004_ConstantsNameIsFree,
        EAS1005_SettingHasService,
        EAS1006_RuntimeIsReferenced, EAS1010_PredictCanBeCalled, EAS1011_ProbeCanBeCalled, EAS1012_StartupCanBeCalled, EAS1013_RouteIsFree,
        EAS1014_ProbePathIsServed, EAS1015_ProbePathIsMapped, EAS1016_ProbePathIsMappedInProduction, EAS1017_CodeListensOnPort,
        EAS1018_ShutdownFitsGracePeriod, EAS1019_SigtermIsSent, EAS1020_MarkIsOnMethod, EAS1021_ServiceIsAddedOnce,
        EAS1035_PredictLimitsAreInRange, EAS1036_QueueHasLimit, EAS1037_BatchCanBeCalled, EAS1038_BatchFitsQueue,
        EAS1039_BatchDelayFitsTimeLimit, EAS1040_BatchDelayHasSize,
    ];
}
