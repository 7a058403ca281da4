using System.Globalization;
using EasGen.Core;
using EasGen.Core.Catalog;
using EasGen.Core.Features;
using EasGen.Core.Writing;

namespace EasGen.Cli.Import;

/// <summary>A service as a class can say it: by attributes, and by raw settings where those lack the words.</summary>
internal sealed class AttributedService
{
    private readonly Service service;
    private readonly AddressedFeature[] placed;

    // The same features with what is written although nobody set it.
    private readonly Service completed;
    private readonly JsonNode document;

    private readonly List<Feature> said = [];
    private readonly HashSet<string> rawItems = new(StringComparer.Ordinal);

    // How many containers are attributes so far, and which of them a container of the service is.
    private readonly List<int?> containers = [];

    private AttributedService(Service service)
    {
        this.service = service;
        placed = Addressing.Of(service);
        completed = Defaults.Complete([.. service.Features], served: false);
        document = JsonParser.Parse(ServiceWriter.Write(service), out _)!;
    }

    /// <summary>The service as its class says it. Every item of a list keeps its place.</summary>
    public static Service Of(Service service)
    {
        var attributed = new AttributedService(InParts(Named(service)));
        attributed.SayContainers();
        for (var i = 0; i < attributed.placed.Length; i++)
            attributed.Say(i);
        return FeatureCatalog.CreateService(attributed.said);
    }

    // The attribute of the service asks for a name; the rule on names reports the empty one.
    private static Service Named(Service service) => service.First(EasService.FeatureType) is { } named
        ? new(EquatableArray<Feature>.From(service.Features.Select(feature => feature == named ? named.Or(EasService.Name, "") : feature)))
        : FeatureCatalog.CreateService([.. service.Features, Feature.Of(EasService.FeatureType, EasService.Name, "")]);

    // Of what follows from other settings, those alone.
    private static Service InParts(Service service)
    {
        var bringsSwitch = service.All(DynamicParameter.FeatureType)
            .Any(static said => said[DynamicParameter.Value] is { } value && DynamicParameter.Value.FitsAttribute(value));
        return new(EquatableArray<Feature>.From(service.Features.Select(feature =>
            feature.Type == RegistryAuth.FeatureType ? RegistryAuth.InParts(feature)
            : bringsSwitch && feature[EasService.DynamicParameters] is true ? feature.With(EasService.DynamicParameters, null)
            : feature)));
    }

    // Which containers can be attributes is known before anything that belongs to one is said.
    private void SayContainers()
    {
        var next = 0;
        for (var i = 0; i < placed.Length; i++)
        {
            if (placed[i].Type != Container.FeatureType)
                continue;
            containers.Add(IsWhole(i) ? next++ : null);
            if (!IsWhole(i))
                rawItems.Add(placed[i].Pointer);
        }
    }

    private void Say(int at)
    {
        var (feature, pointer) = (placed[at].Feature, placed[at].Pointer);
        if (JsonPointer.AndAbove(pointer).Skip(1).Any(rawItems.Contains))
            return;
        if (IsWhole(at))
            SayTyped(placed[at]);
        else if (feature.Type.IsItem || feature.Type.IsMember)
            SayItem(pointer);
        else
            SayRaw(placed[at], feature.Type.Settings);
    }

    private void SayTyped(AddressedFeature feature)
    {
        var type = feature.Type;
        var unsayable = type.Settings.Where(setting =>
            feature.Feature.Value(setting) is { } value && !setting.FitsAttribute(value)).ToArray();
        SayRaw(feature, unsayable);
        // What says nothing any more need not be there, unless it fills a place of its own.
        if (unsayable.Length > 0
            && type.Anchor.Length == 0
            && type.Settings.Except(unsayable).All(setting => feature.Feature.Value(setting) is null))
            return;
        said.Add(new(
            type,
            [.. type.Settings.Select(setting =>
                unsayable.Contains(setting)
                    ? null
                    : setting == FeatureType.ContainerIndex
                    ? ContainerOf(feature.Feature)
                    : feature.Feature.Value(setting))]));
    }

    private int? ContainerOf(Feature feature) =>
        feature[FeatureType.ContainerIndex] is { } index && index < containers.Count && containers[index] is not 0
            ? containers[index]
            : null;

    private void SayItem(string pointer)
    {
        rawItems.Add(pointer);
        said.Add(RawSetting.Of(pointer, At(pointer)));
    }

    private void SayRaw(AddressedFeature feature, IEnumerable<Setting> settings)
    {
        foreach (var setting in settings)
        {
            if (setting.InJson && feature.Feature.Value(setting) is { } value)
                said.Add(RawSetting.Of(feature.At(setting), setting.ToJson(value)));
        }
    }

    // An attribute has all that its constructor takes, and the marks that it would bring; what the class would fill in is not left out.
    private bool IsWhole(int at)
    {
        var feature = placed[at].Feature;
        return AttributeText.IsWhole(feature) && feature.Type.Settings.All(setting => setting switch
        {
            ConstantSetting mark => Equals(feature.Value(mark), completed.Features[at].Value(mark))
                && (feature[mark] is null || mark.FitsAttribute(feature[mark]!)),
            ArraySetting => true,
            _ => feature.Type.IndexOf(setting) >= feature.Type.Arguments
                || (feature.Value(setting) is { } value
                    ? setting.FitsAttribute(value)
                    : setting.Written is null),
        });
    }

    private JsonNode At(string pointer) => JsonPointer.Segments(pointer).Aggregate(document, static (node, segment) =>
        node.Kind == JsonKind.Object ? node.Find(segment)! : node.Members[int.Parse(segment, CultureInfo.InvariantCulture)].Value);
}
