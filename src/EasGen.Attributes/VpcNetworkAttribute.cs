namespace EasGen;

/// <summary>Connects the instances with a VPC.</summary>
/// <remarks>
/// Mounts of NAS, network load balancers and dedicated gateways need it, and so does a service that calls the Internet,
/// through a NAT gateway of the VPC. The three ids are only taken together (EAS0801).
/// </remarks>
/// <example>
/// <code>
/// [VpcNetwork("vpc-bp1oll7xawovg9t8", "vsw-bp1jjgkw51nsca1e,vsw-bp12utkudylvp4c7", "sg-bp1ej061cnyfn0b")]
/// </code>
/// </example>
/// <param name="vpc">The id of the VPC, <c>vpc-…</c>.</param>
/// <param name="vswitches">The id of the vSwitch, <c>vsw-…</c>; several with commas between them.</param>
/// <param name="securityGroup">The id of the security group, <c>sg-…</c>, in the same VPC.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class VpcNetworkAttribute(string vpc, string vswitches, string securityGroup) : Attribute
{
    /// <summary>
    /// The id of the VPC, <c>vpc-…</c>; not empty beside the other two (EAS0801). JSON:
    /// <c>cloud.networking.vpc_id</c>. Source: P, SK, SEED.
    /// </summary>
    public string Vpc { get; } = vpc;

    /// <summary>
    /// The id of the vSwitch, <c>vsw-…</c>; several with commas between them, for a network load balancer two in
    /// different zones (EAS0831); not empty beside the other two (EAS0801). JSON: <c>cloud.networking.vswitch_id</c>.
    /// Source: P, SK.
    /// </summary>
    public string VSwitches { get; } = vswitches;

    /// <summary>
    /// The id of the security group, <c>sg-…</c>, in the VPC of the vSwitch; not empty beside the other two (EAS0801).
    /// JSON: <c>cloud.networking.security_group_id</c>. Source: P, SK.
    /// </summary>
    public string SecurityGroup { get; } = securityGroup;
}
