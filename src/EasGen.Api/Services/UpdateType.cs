namespace EasGen.Api;

/// <summary>What an update does with keys that the service JSON lacks.</summary>
public enum UpdateType
{
    /// <summary>Keeps them, which is what EAS does by itself.</summary>
    Merge,

    /// <summary>Removes them.</summary>
    Replace,
}
