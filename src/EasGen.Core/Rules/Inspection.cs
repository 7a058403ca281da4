namespace EasGen.Core.Rules;

/// <summary>One service under the eyes of the rules. All findings are gathered; none hides another.</summary>
internal sealed class Inspection
{
    private readonly List<Finding> findings = [];

    // Rules ask for features several hundred times, of which a service has a few: each asks only the types that are there.
    private readonly Group[] groups;

    // They are few: to compare each is faster than the hash of a delegate.
    private readonly List<(Delegate Make, object Made)> derived = [];

    private Rule current = null!;

    /// <param name="service">The service.</param>
    /// <param name="features">Its features at their places.</param>
    /// <param name="schema">All that a service JSON may hold, which few services need.</param>
    public Inspection(Service service, AddressedFeature[] features, Func<SchemaNode> schema)
    {
        Service = service;
        Features = features;
        Schema = schema;
        groups = Grouped(features);
    }

    public Service Service { get; }

    public AddressedFeature[] Features { get; }

    /// <summary>All that a service JSON may hold.</summary>
    public Func<SchemaNode> Schema { get; }

    /// <summary>False when there is certainly no secret in the service, so that none has to be looked for.</summary>
    public bool MayHoldSecrets { get; init; } = true;

    /// <summary>The findings of the rules.</summary>
    public List<Finding> Judge(RuleIndex rules)
    {
        var asked = rules.Asked();
        foreach (var group in groups)
            rules.Add(asked, group.Type);
        var next = 0;
        while (rules.Next(asked, ref next) is { } rule)
        {
            current = rule;
            rule.Check(this);
        }
        return findings;
    }

    /// <summary>What several rules need to know of the service, made for the first that asks.</summary>
    public T Once<T>(Func<Inspection, T> make)
        where T : class
    {
        foreach (var (other, made) in derived)
        {
            if (other.Equals(make))
                return (T)made;
        }
        var value = make(this);
        derived.Add((make, value));
        return value;
    }

    public AddressedFeature[] All(FeatureType type)
    {
        foreach (var group in groups)
        {
            if (group.Type == type)
                return group.Features;
        }
        return [];
    }

    /// <summary>The features that can have this setting, whether it is set or not, in the order of the service.</summary>
    public AddressedFeature[] All(Setting setting)
    {
        if (setting.TypeId == Setting.Shared)
            return AllOfSeveral(setting);
        foreach (var group in groups)
        {
            if (group.Type.Id == setting.TypeId)
                return group.Features;
        }
        return [];
    }

    /// <summary>The features that can have one of the settings, in the order of the service.</summary>
    public AddressedFeature[] All(Setting[] settings)
    {
        AddressedFeature[] found = [];
        foreach (var setting in settings)
        {
            var features = All(setting);
            if (features.Length == 0 || features == found)
                continue;
            if (found.Length > 0)
                return Mixed(settings);
            found = features;
        }
        return found;
    }

    /// <summary>The first feature of this type, which for most feature types is the only one.</summary>
    public AddressedFeature? One(FeatureType type) => First(All(type));

    public AddressedFeature? One(Setting setting) => First(All(setting));

    public bool Has(FeatureType type) => All(type).Length > 0;

    public bool Has(Setting setting) => All(setting).Length > 0;

    public void Report(string pointer, Message message, Fix? fix = null) => findings.Add(new(current, pointer, message, fix));

    private AddressedFeature[] AllOfSeveral(Setting setting)
    {
        AddressedFeature[] found = [];
        foreach (var group in groups)
        {
            if (group.Type.IndexOf(setting) < 0)
                continue;
            if (found.Length > 0)
                return Mixed([setting]);
            found = group.Features;
        }
        return found;
    }

    // Apart, so that no other way pays for its closure.
    private AddressedFeature[] Mixed(Setting[] settings) => Array.FindAll(Features, feature => HasAny(feature.Type, settings));

    private static bool HasAny(FeatureType type, Setting[] settings)
    {
        foreach (var setting in settings)
        {
            if (type.IndexOf(setting) >= 0)
                return true;
        }
        return false;
    }

    private static AddressedFeature? First(AddressedFeature[] features) => features.Length > 0 ? features[0] : null;

    // By type, in the order of the service; those of one type are not always next to each other.
    private static Group[] Grouped(AddressedFeature[] features)
    {
        var groups = new List<Group>();
        var at = new int[features.Length];
        for (var i = 0; i < features.Length; i++)
        {
            var type = features[i].Type;
            at[i] = i > 0 && type == features[i - 1].Type ? at[i - 1] : 0;
            while (at[i] < groups.Count && groups[at[i]].Type != type)
                at[i]++;
            if (at[i] == groups.Count)
                groups.Add(new(type));
            groups[at[i]].Count++;
        }
        for (var i = 0; i < features.Length; i++)
            groups[at[i]].Add(features[i]);
        return [.. groups];
    }

    private sealed class Group(FeatureType type)
    {
        private int filled;

        public FeatureType Type { get; } = type;

        public int Count { get; set; }

        public AddressedFeature[] Features => field ??= new AddressedFeature[Count];

        public void Add(AddressedFeature feature) => Features[filled++] = feature;
    }
}
