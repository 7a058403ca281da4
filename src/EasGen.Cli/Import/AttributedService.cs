using System.Globalization;
using EasGen.Core;
using EasGen.Core.Rooms;

namespace EasGen.Cli.Import;

/// <summary>A service as a class can say it: by attributes, and by raw settings where those lack the words.</summary>
internal sealed class AttributedService
{
    private readonly Service service;
    private readonly Placed[] placed;

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
        placed = Placement.Of(service);
        completed = Completion.Complete([.. service.Features], served: false);
        document = JsonParser.Parse(ServiceWriter.Write(service), out _)!;
    }

    /// <summary>The service as its class says it. Every item of a list keeps its place.</summary>
    public static Service Of(Service service)
    {
        var attributed = new AttributedService(InParts(Named(service)));
        attributed.SayContainers();
        for (var i = 0; i < attributed.placed.Length; i++)
            attributed.Say(i);
        return Service.From(attributed.said);
    }

    // The attribute of the service asks for a name; the rule on names reports the empty one.
    private static Service Named(Service service) => service.First(EasService.Room) is { } named
        ? new(Sequence<Feature>.From(service.Features.Select(feature => feature == named ? named.Or(EasService.Name, "") : feature)))
        : Service.From([.. service.Features, new Feature(EasService.Room, new object?[EasService.Room.Rows.Length]).Or(EasService.Name, "")]);

    // Of what follows from other settings, those alone.
    private static Service InParts(Service service)
    {
        var bringsSwitch = service.All(DynamicParameter.Room)
            .Any(static said => said[DynamicParameter.Value] is { } value && AttributeText.CanSay(DynamicParameter.Value, value));
        return new(Sequence<Feature>.From(service.Features.Select(feature =>
            feature.Room == RegistryAuth.Room ? RegistryAuth.InParts(feature)
            : feature.Room == EasService.Room && bringsSwitch ? EasService.WithoutDynamicSwitch(feature)
            : feature)));
    }

    // Which containers can be attributes is known before anything that belongs to one is said.
    private void SayContainers()
    {
        var next = 0;
        for (var i = 0; i < placed.Length; i++)
        {
            if (placed[i].Feature.Room != Container.Room)
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
        else if (feature.Room.IsItem || feature.Room.IsMember)
            SayItem(pointer);
        else
            SayRaw(placed[at], feature.Room.Rows);
    }

    private void SayTyped(Placed feature)
    {
        var room = feature.Feature.Room;
        var unsayable = room.Rows.Where(row => feature.Feature.Value(row) is { } value && !AttributeText.CanSay(row, value)).ToArray();
        SayRaw(feature, unsayable);
        // What says nothing any more need not be there, unless it fills a place of its own.
        if (unsayable.Length > 0 && room.Anchor.Length == 0 && room.Rows.Except(unsayable).All(row => feature.Feature.Value(row) is null))
            return;
        said.Add(new(room, [.. room.Rows.Select(row => unsayable.Contains(row) ? null : row == Container.Index ? ContainerOf(feature.Feature) : feature.Feature.Value(row))]));
    }

    private int? ContainerOf(Feature feature) =>
        feature[Container.Index] is { } index && index < containers.Count && containers[index] is not 0 ? containers[index] : null;

    private void SayItem(string pointer)
    {
        rawItems.Add(pointer);
        said.Add(RawSetting.Of(pointer, At(pointer)));
    }

    private void SayRaw(Placed feature, IEnumerable<Row> rows)
    {
        foreach (var row in rows)
        {
            if (row.InJson && feature.Feature.Value(row) is { } value)
                said.Add(RawSetting.Of(feature.At(row), row.ToJson(value)));
        }
    }

    // An attribute has all that its constructor takes, and the marks that it would bring.
    private bool IsWhole(int at)
    {
        var feature = placed[at].Feature;
        return AttributeText.IsWhole(feature) && feature.Room.Rows.All(row => row switch
        {
            MarkRow mark => Equals(feature.Value(mark), completed.Features[at].Value(mark)) && (feature[mark] is null || AttributeText.CanSay(mark, feature[mark]!)),
            ListRow => true,
            _ => feature.Room.IndexOf(row) >= feature.Room.Arguments || feature.Value(row) is not { } value || AttributeText.CanSay(row, value),
        });
    }

    private JsonNode At(string pointer) => JsonPointer.Segments(pointer).Aggregate(document, static (node, segment) =>
        node.Kind == JsonKind.Object ? node.Find(segment)! : node.Members[int.Parse(segment, CultureInfo.InvariantCulture)].Value);
}
