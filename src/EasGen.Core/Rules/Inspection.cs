namespace EasGen.Core.Rules;

/// <summary>One service under the eyes of the rules. All findings are gathered; none hides another.</summary>
internal sealed class Inspection
{
    private readonly List<Finding> findings = [];

    // Rules ask for features several hundred times, of which a service has a few: each asks only the types that are there.
    private readonly Group[] groups;

    private readonly Dictionary<Delegate, object> derived = [];

    private Rule current = null!;

    /// <param name="service">The service.</param>
    /// <param name="features">Its features at their places.</param>
    /// <param name="schema">All that a service JSON may hold.</param>
    public Inspection(Service service, AddressedFeature[] features, SchemaNode schema)
    {
        Service = service;
        Features = features;
        Schema = schema;
        groups = [.. Features.GroupBy(static feature => feature.Type).Select(static group => new Group(group.Key, [.. group]))];
    }

    public Service Service { get; }

    public AddressedFeature[] Features { get; }

    public SchemaNode Schema { get; }

    /// <summary>What is set, but for what only the running code reads.</summary>
    public IReadOnlyList<(AddressedFeature Feature, Setting Setting, object Value)> Settings => field ??= SettingsOf(Features);

    /// <summary>The findings of the rules.</summary>
    public List<Finding> Judge(Rule[] rules)
    {
        foreach (var rule in rules)
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
        if (derived.TryGetValue(make, out var made))
            return (T)made;
        var value = make(this);
        derived.Add(make, value);
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

    private static List<(AddressedFeature Feature, Setting Setting, object Value)> SettingsOf(AddressedFeature[] features)
    {
        var settings = new List<(AddressedFeature, Setting, object)>();
        foreach (var feature in features)
        {
            foreach (var setting in feature.Type.Settings)
            {
                if (setting.Path is not null && feature.Feature.Value(setting) is { } value)
                    settings.Add((feature, setting, value));
            }
        }
        return settings;
    }

    private readonly record struct Group(FeatureType Type, AddressedFeature[] Features);
}
