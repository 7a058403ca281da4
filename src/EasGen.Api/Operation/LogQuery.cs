namespace EasGen.Api;

/// <summary>Which lines of the log.</summary>
public sealed record LogQuery
{
    /// <summary>The instance; null for all.</summary>
    public string? InstanceName { get; init; }

    /// <summary>The container; null for the first.</summary>
    public string? ContainerName { get; init; }

    /// <summary>What the lines contain; null for all.</summary>
    public string? Keyword { get; init; }

    /// <summary>Whether the lines of the container before its last restart are meant. Default: false.</summary>
    public bool Previous { get; init; }

    /// <summary>How many lines at most, 1 to 500. Default: 500.</summary>
    public int PageSize { get; init; } = 500;
}
