namespace EasGen.Core.Rooms;

/// <summary>A dataset of PAI.</summary>
internal static class DatasetMount
{
    public static readonly TextRow Id = new("Id", "dataset/id") { Console = "Custom Dataset" };
    public static readonly TextRow Version = new("Version", "dataset/version") { Console = "Custom Dataset" };
    public static readonly SwitchRow ReadOnly = new("ReadOnly", "dataset/read_only") { Console = "Custom Dataset" };

    public static readonly Rule EAS0450_DatasetIsGiven = Rule.Error("EAS0450", "Dataset mount has no dataset")
        .Given(Id, "The dataset mount has no dataset; give the id of a dataset, such as d-…");

    public static readonly Room Room = new(
        "DatasetMount",
        "/storage/*",
        [Id, Mount.MountPath, Version, ReadOnly, Mount.ResourceType, Mount.ResourceUse],
        [.. Mount.Rules, EAS0450_DatasetIsGiven])
    {
        Arguments = 2,
        Kind = "dataset",
    };
}
