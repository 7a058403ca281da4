using EasGen.Core.Starting;

namespace EasGen.Core;

/// <summary>One service under the eyes of the rule book. All findings are gathered; none hides another.</summary>
internal sealed class Inspection
{
    private readonly List<Finding> findings = [];

    // Rules ask for features several hundred times, of which a service has a few: each asks only the rooms that are there.
    private readonly Group[] groups;

    private Rule current = null!;

    private Inspection(Service service, Placed[] features)
    {
        Service = service;
        Features = features;
        groups = [.. Features.GroupBy(static feature => feature.Feature.Room).Select(static group => new Group(group.Key, [.. group]))];
    }

    public Service Service { get; }

    public Placed[] Features { get; }

    /// <summary>What is set, but for what only the running code reads.</summary>
    public IReadOnlyList<(Placed Feature, Row Row, object Value)> Settings => field ??= SettingsOf(Features);

    /// <summary>How each container starts.</summary>
    public ContainerStart[] Starts => field ??= ContainerStart.Of(Features);

    /// <summary>The secrets that stand there in clear text, each with the setting that it is in.</summary>
    public IReadOnlyList<FoundSecret> Secrets => field ??= FoundSecret.In(Features);

    public static List<Finding> Of(Service service) => Of(service, Placement.Of(service));

    /// <summary>The findings on a service whose features have their places already.</summary>
    public static List<Finding> Of(Service service, Placed[] features) => Of(service, features, static _ => []);

    /// <summary>The findings on the service of a file, whose code is not there to tell more.</summary>
    public static List<Finding> OfFile(Service service, Placed[] features) => Of(service, features, WithoutCode.Judge);

    private static List<Finding> Of(Service service, Placed[] features, Func<Inspection, IEnumerable<Finding>> more)
    {
        var inspection = new Inspection(service, features);
        foreach (var rule in Catalog.Rules)
        {
            inspection.current = rule;
            rule.Check(inspection);
        }
        inspection.findings.AddRange(more(inspection));
        return inspection.Secrets.Count == 0 ? inspection.findings : inspection.findings.ConvertAll(
            new Concealment([.. inspection.Secrets.Select(static secret => secret.Secret)]).Of);
    }

    public Placed[] All(Room room)
    {
        foreach (var group in groups)
        {
            if (group.Room == room)
                return group.Features;
        }
        return [];
    }

    /// <summary>The features that can have this setting, whether it is set or not.</summary>
    public Placed[] All(Row row) => All(row.Rooms);

    /// <summary>The features of several rooms, in the order of the service.</summary>
    public Placed[] All(Room[] rooms)
    {
        Placed[] found = [];
        foreach (var room in rooms)
        {
            if (!Has(room))
                continue;
            if (found.Length > 0)
                return Mixed(rooms);
            found = All(room);
        }
        return found;
    }

    /// <summary>The first feature of the room, which for most rooms is the only one.</summary>
    public Placed? One(Room room) => First(All(room));

    public Placed? One(Row row) => First(All(row));

    public bool Has(Room room) => All(room).Length > 0;

    public bool Has(Row row) => All(row).Length > 0;

    public void Report(string pointer, Message message, Fix? fix = null) => findings.Add(new(current, pointer, message, fix));

    // Apart, so that no other way pays for its closure.
    private Placed[] Mixed(Room[] rooms) => Array.FindAll(Features, feature => Array.IndexOf(rooms, feature.Feature.Room) >= 0);

    private static Placed? First(Placed[] features) => features.Length > 0 ? features[0] : null;

    private static List<(Placed Feature, Row Row, object Value)> SettingsOf(Placed[] features)
    {
        var settings = new List<(Placed, Row, object)>();
        foreach (var feature in features)
        {
            foreach (var row in feature.Feature.Room.Rows)
            {
                if (row.Path is not null && feature.Feature.Value(row) is { } value)
                    settings.Add((feature, row, value));
            }
        }
        return settings;
    }

    private readonly record struct Group(Room Room, Placed[] Features);
}
