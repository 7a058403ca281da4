namespace EasGen;

/// <summary>What the instances of a service are spread over.</summary>
public enum SpreadPolicy
{
    /// <summary>EAS places the instances as it does by itself.</summary>
    Default,

    /// <summary>Over hosts, so that the failure of one does not take all instances.</summary>
    Host,

    /// <summary>Over the zones of the region.</summary>
    Zone,
}
