using System.Globalization;

namespace EasGen.Core.Features;

/// <summary>Network load balancers through which the service is called, past the gateway.</summary>
internal static class NetworkLoadBalancer
{
    private const string Default = "default";

    public static readonly StringSetting Id = new("Id", "id");
    public static readonly IntegerSetting Port = new("Port", "listener_port") { Minimum = 1, Maximum = 65535 };
    public static readonly EnumSetting Side = new("Side", "netType", "NetworkSide", "intranet", "internet");

    public static readonly Rule EAS0830_BalancerNeedsNetwork = Rule.Error("EAS0830", "Network load balancer without a VPC")
        .When(Id, static service =>
        {
            if (service.One(Id) is { } balancer && !VpcNetwork.IsGiven(service))
                service.Report(
                    balancer.Pointer,
                    "A network load balancer needs a VPC, but the service has none; add the VPC, two vSwitches and the security group");
        });

    public static readonly Rule EAS0831_BalancerHasTwoVSwitches = Rule.Error("EAS0831", "Network load balancer with a single vSwitch")
        .When(static service =>
        {
            if (service.Has(Id) && service.One(VpcNetwork.VSwitches) is { } network && network[VpcNetwork.VSwitches] is { } vswitches
                && !string.IsNullOrWhiteSpace(vswitches) && !Placeholder.IsIn(vswitches) && VpcNetwork.Count(vswitches) < 2)
                service.Report(
                    network.At(VpcNetwork.VSwitches),
                    $"A network load balancer needs two vSwitches in different zones, but '{vswitches}' is only one; "
                    + $"add another after a comma");
        });

    public static readonly Rule EAS0832_PortIsNotEngines = Rule.Warning("EAS0832", "Listener port of the load balancer is 8080")
        .Each(Port, static port => port is 8080
            ? new("EAS refuses listener port 8080; use another one, such as 80")
            : null);

    public static readonly Rule EAS0833_PortIsInRange = Rule.Error(
        "EAS0833",
        "Listener port of the load balancer is out of range").Bounds(Port);

    public static readonly Rule EAS0834_SideIsKnown = Rule.Error("EAS0834", "Network side of the load balancer is unknown").Choices(Side);

    public static readonly Rule EAS0835_BalancersAreOfOneKind = Rule.Error(
        "EAS0835",
        "Existing load balancers are mixed with one created for the service")
        .When(static service =>
        {
            var own = service.All(Id).FirstOrDefault(static balancer => balancer[Id]?.StartsWith("nlb-", StringComparison.Ordinal) is true);
            if (own.Feature is not null
                && service.All(Id).FirstOrDefault(static balancer => balancer[Id] == Default) is { Feature: not null } created)
                service.Report(
                    created.At(Id),
                    $"'{Default}' creates a load balancer for the service and '{own[Id]}' is one of yours, "
                    + $"but EAS does not allow both; keep one kind");
        });

    public static readonly Rule EAS0836_ListenerIsFree = Rule.Warning("EAS0836", "Two listeners share a port")
        .When(Id, static service =>
        {
            var seen = new HashSet<(string?, int?, string?)>();
            foreach (var balancer in service.All(Id))
            {
                if (balancer[Port] is { } port && !seen.Add((balancer[Id], port, balancer[Side])))
                    service.Report(
                        balancer.At(Port),
                        $"The load balancer '{balancer[Id]}' already has a listener on port "
                        + $"{port.ToString(CultureInfo.InvariantCulture)}; give this one another port");
            }
        });

    public static readonly FeatureType FeatureType = new(
        "NetworkLoadBalancer",
        "/networking/nlb/*",
        [Id, Port, Side])
    {
        Arguments = 2,
    };

    public static readonly Rule[] Rules =
    [
        EAS0830_BalancerNeedsNetwork, EAS0831_BalancerHasTwoVSwitches, EAS0832_PortIsNotEngines,
        EAS0833_PortIsInRange, EAS0834_SideIsKnown, EAS0835_BalancersAreOfOneKind, EAS0836_ListenerIsFree,
    ];
}
