using EasGen.Core.Features;

namespace EasGen.Build;

/// <summary>
/// The image that the SDK makes of the project: what it is called, as the containers that name none get it, and the ports on which
/// it is to listen.
/// </summary>
internal static class SdkImage
{
    /// <summary>The image as the value of its placeholder.</summary>
    /// <param name="image">Its name; empty if it is not known.</param>
    public static IEnumerable<KeyValuePair<string, string>> Value(string? image) =>
        string.IsNullOrEmpty(image) ? [] : [new(Container.SdkImage, image!)];

    /// <summary>The image, if a container runs it.</summary>
    public static IEnumerable<string> Used(IEnumerable<Manifest> manifests, string? image) =>
        manifests.SelectMany(static manifest => manifest.Containers)
            .Select(static container => container[Container.Image])
            .OfType<string>()
            .Where(used => used == image)
            .Take(1);

    /// <summary>The ports that take the traffic. Those of an environment are told by EAS.</summary>
    public static IEnumerable<string> Ports(IEnumerable<Manifest> manifests) =>
        manifests.Where(static manifest => manifest.Environment is null)
            .SelectMany(static manifest => manifest.Containers.Take(1))
            .Select(static first => first[Container.Port])
            .OfType<int>()
            .Distinct()
            .OrderBy(static port => port)
            .Select(static port => FormattableString.Invariant($"{port}"));
}
