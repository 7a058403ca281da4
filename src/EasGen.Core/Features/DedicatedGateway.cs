namespace EasGen.Core.Features;

/// <summary>The gateway of one's own through which the requests come.</summary>
internal static class DedicatedGateway
{
    public static readonly StringSetting Id = new("Id", "networking/gateway")
    {
        Pattern = "^(?!shared$)",
        Console = ConsoleParameters.DedicatedGateway,
    };

    public static readonly Rule EAS0810_GatewayIsNotShared = Rule.Error("EAS0810", "Shared gateway is named as a dedicated one")
        .Each(Id, static id => Id.Matches(id)
            ? null
            : new("There is no gateway 'shared'; leave it out to use the shared gateway, or name your own (gw-…)", Fix.Remove.Certainly()));

    public static readonly Rule EAS0811_GatewayNeedsNetwork = Rule.Warning("EAS0811", "Dedicated gateway without a VPC")
        .When(static service =>
        {
            if (Chosen(service) is { } gateway && !VpcNetwork.IsGiven(service))
                service.Report(
                    gateway.At(Id),
                    $"The service uses the dedicated gateway '{gateway[Id]}', but has no VPC; "
                    + $"add the VPC, the vSwitch and the security group of the gateway, which one of type ALB needs to reach the service");
        });

    public static readonly FeatureType FeatureType = new("DedicatedGateway", "", [Id]) { Arguments = 1 };

    public static readonly Rule[] Rules = [EAS0810_GatewayIsNotShared, EAS0811_GatewayNeedsNetwork];

    /// <summary>The dedicated gateway, if the service has one.</summary>
    public static AddressedFeature? Chosen(Inspection service) =>
        service.One(Id) is { } gateway && gateway[Id] is { } id && !string.IsNullOrWhiteSpace(id) && id is not ("shared" or "default")
            ? gateway
            : null;
}
