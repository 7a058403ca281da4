namespace EasGen;

/// <summary>The gateway of one's own through which the requests come, instead of the shared one.</summary>
/// <remarks>
/// A gateway of the kind ALB needs a <see cref="VpcNetworkAttribute"/> with its own three ids; none at all is the
/// warning EAS0811.
/// </remarks>
/// <param name="id">The id of the gateway, <c>gw-…</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DedicatedGatewayAttribute(string id) : Attribute
{
    /// <summary>
    /// The id of the gateway, <c>gw-…</c>; not <c>shared</c> (EAS0810). JSON: <c>networking.gateway</c>. Source: P, SK,
    /// SEED.
    /// </summary>
    public string Id { get; } = id;
}
