namespace EasGen.Core.Rooms;

/// <summary>The regions that a service names: its own, and those in the addresses that are reached from inside of one only.</summary>
internal static class Region
{
    private const string Name = "(?<region>[a-z]{2}-[a-z0-9-]+?)";

    private static readonly LazyRegex Registry = new($@"^[^/]*-vpc\.{Name}(?:\.cr)?\.aliyuncs\.com/");

    private static readonly LazyRegex OssEndpoint = new($@"(?:^|[/.])oss-{Name}(?:-internal)?\.aliyuncs\.com");

    private static readonly LazyRegex NasServer = new($@"\.{Name}\.nas\.aliyuncs\.com$");

    public static readonly Rule EAS0212_RegionsAgree = Rule.Warning("EAS0212", "Service names two regions")
        .When(static service =>
        {
            string? first = null, where = null;
            foreach (var (place, what, region) in Named(service))
            {
                if (first is null)
                    (first, where) = (region, what);
                else if (region != first)
                    service.Report(place, $"The {what} is in '{region}', but the {where} in '{first}'; a service reaches both from inside of one region only, so take them from the same");
            }
        });

    private static IEnumerable<(string Place, string What, string Region)> Named(Inspection service)
    {
        if (service.One(EasService.Region) is { } own && own[EasService.Region] is { Length: > 0 } region && !Placeholder.IsIn(region))
            yield return (own.At(EasService.Region), "service", region);
        foreach (var (row, what, form) in new[] { (Container.Image, "image", Registry), (OssMount.Endpoint, "OSS endpoint", OssEndpoint), (NasMount.Server, "NAS", NasServer) })
        {
            foreach (var feature in service.All(row))
            {
                if (form.Match(feature[row] ?? "") is { Success: true } match)
                    yield return (feature.At(row), what, match.Groups["region"].Value);
            }
        }
    }
}
