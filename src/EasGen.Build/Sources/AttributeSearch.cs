using EasGen.Core.Features;

namespace EasGen.Build;

/// <summary>
/// Where the source has the attribute of a finding. The assembly does not tell, and the compiler is gone, so that the text is searched,
/// for an error alone; what is not found is reported at the project.
/// </summary>
/// <param name="files">The paths of the source files.</param>
internal sealed class AttributeSearch(IEnumerable<string> files)
{
    private readonly Lazy<SourceClass[]> classes = new(() => [.. files.SelectMany(SourceClass.In)]);

    /// <summary>The attribute that says what stands at the pointer; if none does, that of the service.</summary>
    public SourcePlace? Find(DeclaredManifest declared, string pointer)
    {
        var parts = Array.FindAll(classes.Value, part => part.IsOf(declared.Constant));
        // Classes of one name in two namespaces cannot be told apart here.
        if (Attributes(parts, EasService.FeatureType).Skip(1).Any())
            return null;
        var features = Addressing.Of(declared.Read.Service);
        var said = JsonPointer.AndAbove(pointer)
            .Select(place => Array.FindIndex(features, feature => IsAt(feature, place)))
            .Where(static index => index >= 0)
            .DefaultIfEmpty(-1)
            .First();
        return (said < 0 ? null : Attributes(parts, features[said].Type).Skip(Before(features, said)).FirstOrDefault())
            ?? Attributes(parts, EasService.FeatureType).FirstOrDefault();
    }

    private static bool IsAt(AddressedFeature feature, string place) =>
        (place.Length > 0 && feature.Pointer == place)
        || Array.Exists(feature.Type.Settings, setting => feature.Feature.Value(setting) is not null && feature.At(setting) == place);

    // Of several attributes of a kind, each is one feature.
    private static int Before(AddressedFeature[] features, int index) =>
        features.Take(index).Count(feature => feature.Type == features[index].Type);

    private static IEnumerable<SourcePlace> Attributes(SourceClass[] parts, FeatureType type) =>
        parts.SelectMany(part => part.Attributes(type.Attribute));
}
