namespace EasGen;

/// <summary>A listener of a network load balancer through which the service is called, past the gateway. Repeatable.</summary>
/// <remarks>
/// JSON: an item of <c>networking.nlb</c>. It needs a <see cref="VpcNetworkAttribute"/> (EAS0830) with two vSwitches in
/// different zones (EAS0831). Leave enough free addresses in the vSwitches: a service that
/// grows may run out of them.
/// </remarks>
/// <example>
/// <code>
/// [NetworkLoadBalancer("default", 80, Side = NetworkSide.Intranet)]
/// [VpcNetwork("vpc-bp1oll7xawovg9t8", "vsw-bp1jjgkw51nsca1e,vsw-bp12utkudylvp4c7", "sg-bp1ej061cnyfn0b")]
/// </code>
/// </example>
/// <param name="id"><c>default</c>: one that is created for the service. <c>nlb-…</c>: one of your own.</param>
/// <param name="port">The port on which it listens.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class NetworkLoadBalancerAttribute(string id, int port) : Attribute
{
    /// <summary>
    /// <c>default</c>: one that is created for the service. <c>nlb-…</c>: one of your own. The two are not mixed
    /// (EAS0835). JSON: <c>networking.nlb[].id</c>. Source: SK.
    /// </summary>
    public string Id { get; } = id;

    /// <summary>
    /// The port on which it listens, 1 to 65535 (EAS0833). 8080 is the warning EAS0832, a port that the same side of the
    /// same load balancer already has EAS0836. JSON: <c>networking.nlb[].listener_port</c>. Source: SK.
    /// </summary>
    public int Port { get; } = port;

    /// <summary>
    /// The side of the network, <c>intranet</c> or <c>internet</c> (EAS0834). Unset: not written. JSON:
    /// <c>networking.nlb[].netType</c>. Source: SK.
    /// </summary>
    public NetworkSide Side { get; set; }
}
