namespace EasGen.Core.Features;

/// <summary>The VPC that the instances are connected with.</summary>
internal static class VpcNetwork
{
    public static readonly StringSetting Vpc = new("Vpc", "cloud/networking/vpc_id") { Console = ConsoleParameters.Vpc };
    public static readonly StringSetting VSwitches = new("VSwitches", "cloud/networking/vswitch_id")
    {
        Console = ConsoleParameters.Vpc,
    };
    public static readonly StringSetting SecurityGroup = new("SecurityGroup", "cloud/networking/security_group_id")
    {
        Console = ConsoleParameters.Vpc,
    };

    public static readonly Rule EAS0801_NetworkIsComplete = Rule.Error(
        "EAS0801",
        "Network lacks its VPC, its vSwitch or its security group")
        .When(Vpc, static service =>
        {
            if (service.One(Vpc) is not { } network)
                return;
            StringSetting[] settings = [Vpc, VSwitches, SecurityGroup];
            var missing = settings.Where(setting => string.IsNullOrWhiteSpace(network[setting])).ToArray();
            // Three empty texts are how some tools write that there is no VPC.
            if (missing.Length < settings.Length)
            {
                foreach (var setting in missing)
                    service.Report(
                        network.At(setting),
                        $"{setting} is missing; a VPC, a vSwitch and a security group must be set together");
            }
        });

    public static readonly FeatureType FeatureType = new("VpcNetwork", "", [Vpc, VSwitches, SecurityGroup]) { Arguments = 3 };

    public static readonly Rule[] Rules = [EAS0801_NetworkIsComplete];

    /// <summary>True when the service is connected with a VPC.</summary>
    public static bool IsGiven(Inspection service) => service.One(Vpc) is { } network && !string.IsNullOrWhiteSpace(network[Vpc]);

    /// <summary>How many vSwitches stand in the text that lists them.</summary>
    public static int Count(string vswitches) =>
        vswitches.Split(',')
            .Select(static vswitch => vswitch.Trim())
            .Where(static vswitch => vswitch.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Count();
}
