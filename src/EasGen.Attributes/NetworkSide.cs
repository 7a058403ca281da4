namespace EasGen;

/// <summary>The side of the network on which a load balancer listens.</summary>
public enum NetworkSide
{
    /// <summary>The VPC: <c>intranet</c>.</summary>
    Intranet,

    /// <summary>The Internet: <c>internet</c>.</summary>
    Internet,
}
