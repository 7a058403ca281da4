namespace EasGen.Core;

/// <summary>One service under the eyes of the rule book. All findings are gathered; none hides another.</summary>
internal sealed class Inspection
{
    private readonly List<Finding> findings = [];
    private Rule current = null!;

    private Inspection(Service service)
    {
        Service = service;
        Features = Placement.Of(service);
    }

    public Service Service { get; }

    public Placed[] Features { get; }

    public static List<Finding> Of(Service service)
    {
        var inspection = new Inspection(service);
        foreach (var rule in Catalog.Rules)
        {
            inspection.current = rule;
            rule.Check(inspection);
        }
        return inspection.findings;
    }

    public IEnumerable<Placed> All(Room room) => Features.Where(feature => feature.Feature.Room == room);

    /// <summary>The features that can have this setting, whether it is set or not.</summary>
    public IEnumerable<Placed> All(Row row) => Features.Where(feature => feature.Feature.Room.IndexOf(row) >= 0);

    /// <summary>The first feature of the room, which for most rooms is the only one.</summary>
    public Placed? One(Room room) => First(All(room));

    public Placed? One(Row row) => First(All(row));

    public bool Has(Room room) => One(room) is not null;

    public bool Has(Row row) => One(row) is not null;

    public void Report(string pointer, Message message, Fix? fix = null) => findings.Add(new(current, pointer, message, fix));

    private static Placed? First(IEnumerable<Placed> features)
    {
        foreach (var feature in features)
            return feature;
        return null;
    }
}
