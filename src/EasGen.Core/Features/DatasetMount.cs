namespace EasGen.Core.Features;

/// <summary>A dataset of PAI.</summary>
internal static class DatasetMount
{
    public static readonly StringSetting Id = new("Id", "dataset/id") { Console = ConsoleParameters.CustomDataset };
    public static readonly StringSetting Version = new("Version", "dataset/version") { Console = ConsoleParameters.CustomDataset };
    public static readonly BooleanSetting ReadOnly = new("ReadOnly", "dataset/read_only") { Console = ConsoleParameters.CustomDataset };

    public static readonly Rule EAS0450_DatasetIsGiven = Rule.Error("EAS0450", "Dataset mount has no dataset")
        .Given(Id, "The dataset mount has no dataset; give the id of a dataset, such as d-…");

    public static readonly FeatureType FeatureType = new(
        "DatasetMount",
        "/storage/*",
        [Id, Mount.MountPath, Version, ReadOnly, Mount.ResourceType, Mount.ResourceUse])
    {
        Arguments = 2,
        Kind = "dataset",
    };

    public static readonly Rule[] Rules = [EAS0450_DatasetIsGiven];
}
