using EasGen.Core;
using EasGen.Core.Features;

namespace EasGen.Cli.Why.Symptoms;

/// <summary>The image cannot be pulled.</summary>
internal static class ImageSymptoms
{
    private const Source Where = Source.Event | Source.Instance | Source.Diagnosis | Source.Status;

    private const string Pull = "(?:failed to pull|(?:Err)?ImagePull(?:BackOff)?|pull access denied)";

    // Apart from the signs: together they would try every way to pair the two.
    private static readonly LazyRegex Named = new("""image \\?"(?<image>[^"\\]{1,300})""");

    public static readonly Symptom[] All =
    [
        new(Topic.Image, Where, Pull, InAnotherRegion),
        new(Topic.Image, Where, $"{Pull}.*(?:access denied|unauthorized|authentication required|access to the resource)", Denied),
        new(Topic.Image, Where, $"{Pull}.*(?:manifest unknown|not found|does not exist)", Missing),
        new(Topic.Image, Where, $"{Pull}.*(?:i/o timeout|no such host|dial tcp|deadline exceeded|Client.Timeout)", Unreachable),
        new(Topic.Image, Where, Pull, NotPulled),
    ];

    private static Cause? InAnotherRegion(Sign sign) =>
        sign.Service.Broken(Region.EAS0212_RegionsAgree) is { } finding
            && finding.Pointer.EndsWith("/image", StringComparison.Ordinal)
            ? Cause.Of("The image cannot be pulled: its host is of another region", finding, sign.Service)
            : null;

    private static Cause Denied(Sign sign) => new(
        $"The image {Image(sign)} cannot be pulled: the registry refuses it {Who(sign)}",
        "give the user and the password of the registry, or correct the name of the image")
    {
        Setting = sign.Service.NameOf(RegistryAuth.FeatureType, RegistryAuth.Secret),
        Rule = RegistryAuth.EAS0250_SecretIsEncoded,
    };

    private static Cause Missing(Sign sign) => new(
        $"The image {Image(sign)} cannot be pulled: the registry has none of that name or tag",
        "push the image, or correct its name and tag")
    {
        Setting = ImageSetting(sign),
    };

    private static Cause Unreachable(Sign sign) => new(
        $"The image {Image(sign)} cannot be pulled: its registry cannot be reached, as a public one without a route to the Internet",
        $"take an image from a registry in {sign.Service.Region}, or connect the service with a VPC that has a route")
    {
        Setting = ImageSetting(sign),
        Rule = Region.EAS0212_RegionsAgree,
    };

    private static Cause NotPulled(Sign sign) => new(
        $"The image {Image(sign)} cannot be pulled: its name or tag is wrong, it may not be pulled, or its registry cannot be reached",
        "pull it with the same name and the same user from a machine of the region, and correct what that says")
    {
        Setting = ImageSetting(sign),
    };

    private static string Image(Sign sign) => Named.Match(sign.Said.Text) is { Success: true } named
        ? $"'{named.Groups["image"].Value}'"
        : $"'{sign.Service.First(Container.FeatureType)?[Container.Image]}'";

    private static string Who(Sign sign) => sign.Service.First(RegistryAuth.FeatureType)?[RegistryAuth.Secret] is null
        ? "without a user, and the service names none"
        : "as the user that the service names";

    private static string ImageSetting(Sign sign) => sign.Service.NameOf(Container.FeatureType, Container.Image);
}
