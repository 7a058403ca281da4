using System.Text.RegularExpressions;

namespace EasGen.Core.Features;

/// <summary>The regions that a service names: its own, and those in the addresses of what it takes.</summary>
internal static class Region
{
    private const string Name = "(?<region>[a-z]{2}-[a-z0-9-]+?)";

    // What all addresses that name a region have in them.
    private const string Host = ".aliyuncs.com";

    // registry.<region> of the personal edition, <instance>-registry.<region>.cr of the Enterprise edition, each with its
    // VPC host; eas-registry-vpc.<region>.cr is PAI's own.
    private static readonly LazyRegex Registry = new(
        $@"^(?:(?:(?<instance>[a-z0-9-]+)-)?registry(?<vpc>-vpc)?|[^/.]*(?<vpc>-vpc))\.{Name}(?<cr>\.cr)?\.aliyuncs\.com/");

    private static readonly LazyRegex OssEndpoint = new($@"(?:^|[/.])oss-{Name}(?:-internal)?\.aliyuncs\.com");

    private static readonly LazyRegex NasServer = new($@"\.{Name}\.nas\.aliyuncs\.com$");

    public static readonly Rule EAS0212_RegionsAgree = Rule.Warning("EAS0212", "Service names two regions")
        .When(static service => Compare(service, static (other, _) => other.From switch
        {
            Reach.Region => "use the same region, because a service reaches them only from there",
            Reach.Internet => "use the same region, because this address needs the Internet, which EAS cannot reach by default",
            _ => null,
        }));

    public static readonly Rule EAS0230_ImageIsNear = Rule.Info("EAS0230", "Enterprise image comes from another region")
        .When(static service => Compare(service, static (other, home) =>
            other.From == Reach.Network ? $"an image in '{home.Region}' is pulled faster" : null));

    public static readonly Rule[] Rules = [EAS0212_RegionsAgree, EAS0230_ImageIsNear];

    // From where an address is reached.
    internal enum Reach
    {
        Region,
        Internet,
        Network,
    }

    /// <summary>The region that the service is in, as the first of its settings tells that belongs to one; null when none does.</summary>
    public static Address? Home(Inspection service) => Array.Find(service.Once(Named), static address => address.From == Reach.Region);

    private static void Compare(Inspection service, Func<Address, Address, string?> advise)
    {
        if (Home(service) is not { } home)
            return;
        foreach (var other in service.Once(Named))
        {
            if (other.Region != home.Region && advise(other, home) is { } advice)
                service.Report(
                    other.Place,
                    $"The {other.What} is in '{other.Region}', but the {home.What} is in '{home.Region}'; {advice}");
        }
    }

    private static Address[] Named(Inspection service) => [.. All(service)];

    private static IEnumerable<Address> All(Inspection service)
    {
        if (service.One(EasService.Region) is { } own && own[EasService.Region] is { Length: > 0 } region && !Placeholder.IsIn(region))
            yield return new(own.At(EasService.Region), "service", region, Reach.Region);
        foreach (var (setting, what, form) in new[]
        {
            (Container.Image, "image", Registry), (ImageMount.Image, "image", Registry), (
                OssMount.Endpoint,
                "OSS endpoint",
                OssEndpoint), (NasMount.Server, "NAS", NasServer),
        })
        {
            foreach (var feature in service.All(setting))
            {
                if (feature[setting] is { } text
                    && text.IndexOf(Host, StringComparison.Ordinal) >= 0
                    && form.Match(text) is { Success: true } match)
                    yield return new(
                        feature.At(setting),
                        what,
                        match.Groups["region"].Value,
                        form == Registry ? ReachOf(match.Groups) : Reach.Region);
            }
        }
    }

    private static Reach ReachOf(GroupCollection host) =>
        host["cr"].Success && host["instance"] is { Success: true, Value: not "eas" } ? Reach.Network
        : host["vpc"].Success ? Reach.Region
        : Reach.Internet;

    /// <param name="What">What stands at the address, as a message names it.</param>
    internal sealed record Address(string Place, string What, string Region, Reach From);
}
