namespace EasGen.Core.Features;

/// <summary>The regions that a service names: its own, and those in the addresses of what it takes.</summary>
internal static class Region
{
    private const string Name = "(?<region>[a-z]{2}-[a-z0-9-]+?)";

    // What all addresses that name a region have in them.
    private const string Host = ".aliyuncs.com";

    private const string Enterprise = ".cr" + Host;

    private const string Registry = "registry";
    private const string OfInstance = "-registry";
    private const string Vpc = "-vpc";

    private static readonly LazyRegex OssEndpoint = new($@"(?:^|[/.])oss-{Name}(?:-internal)?\.aliyuncs\.com");

    private static readonly LazyRegex NasServer = new($@"\.{Name}\.nas\.aliyuncs\.com$");

    // The settings that name a region, what stands there, and how it is read.
    private static readonly (StringSetting Setting, string What, Func<string, (string Region, Reach From)?> Read)[] Settings =
    [
        (Container.Image, "image", OfImage),
        (ImageMount.Image, "image", OfImage),
        (OssMount.Endpoint, "OSS endpoint", static endpoint => In(endpoint, OssEndpoint)),
        (NasMount.Server, "NAS", static server => In(server, NasServer)),
    ];

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
            yield return new(own, EasService.Region, "service", region, Reach.Region);
        foreach (var (setting, what, read) in Settings)
        {
            foreach (var feature in service.All(setting))
            {
                if (feature[setting] is { } text
                    && text.IndexOf(Host, StringComparison.Ordinal) >= 0
                    && read(text) is var (named, from))
                    yield return new(feature, setting, what, named, from);
            }
        }
    }

    // registry.<region> of the personal edition, <instance>-registry.<region>.cr of the Enterprise edition, each with its
    // VPC host; eas-registry-vpc.<region>.cr is PAI's own.
    private static (string Region, Reach From)? OfImage(string image)
    {
        var (first, end) = (image.IndexOf('.'), image.IndexOf('/'));
        var second = image.IndexOf('.', first + 1);
        if (second < 0 || end < second)
            return null;
        var domain = image.Substring(second, end - second);
        if (domain is not (Host or Enterprise))
            return null;
        var (name, region) = (image.Substring(0, first), image.Substring(first + 1, second - first - 1));
        if (!IsRegion(region))
            return null;
        var isVpc = name.EndsWith(Vpc, StringComparison.Ordinal);
        var registry = isVpc ? name.Substring(0, name.Length - Vpc.Length) : name;
        var isOfInstance = registry.EndsWith(OfInstance, StringComparison.Ordinal) && registry != OfInstance && registry.All(IsNameSign);
        if (!isVpc && !isOfInstance && registry != Registry)
            return null;
        var isInNetwork = domain == Enterprise && isOfInstance && registry != "eas" + OfInstance;
        return (region, isInNetwork ? Reach.Network : isVpc ? Reach.Region : Reach.Internet);
    }

    private static bool IsRegion(string label) =>
        label.Length > 3
        && IsLetter(label[0])
        && IsLetter(label[1])
        && label[2] == '-'
        && label.All(IsNameSign);

    private static bool IsNameSign(char sign) => IsLetter(sign) || sign is '-' or (>= '0' and <= '9');

    private static bool IsLetter(char sign) => sign is >= 'a' and <= 'z';

    private static (string Region, Reach From)? In(string text, LazyRegex form) =>
        form.Match(text) is { Success: true } match ? (match.Groups["region"].Value, Reach.Region) : null;

    /// <param name="What">What stands at the address, as a message names it.</param>
    internal sealed record Address(AddressedFeature Feature, StringSetting Setting, string What, string Region, Reach From)
    {
        public string Place => Feature.At(Setting);
    }
}
