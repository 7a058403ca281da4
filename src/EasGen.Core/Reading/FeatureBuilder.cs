namespace EasGen.Core.Reading;

/// <summary>The values found for one feature while the document is walked.</summary>
/// <param name="types">What the feature can be: one feature type, or those that share a kind of item.</param>
/// <param name="place">Where the document has it.</param>
/// <param name="container">The container it stands in, counted from 0.</param>
internal sealed class FeatureBuilder(FeatureType[] types, JsonAddress place, int container)
{
    private static readonly List<Found> None = [];

    private List<Found> found = None;

    private Feature? feature;
    private bool isClosed;

    public JsonAddress Place { get; } = place;

    /// <summary>The values, and once all is read only those that stand elsewhere than usual, with where the document has them.</summary>
    public IReadOnlyList<Found> Values => found;

    /// <summary>A feature type that is neither an item nor an object of its own is only there when something of it is set.</summary>
    public bool IsEmpty => !isClosed && found.Count == 0 && types[0].Anchor.Length == 0;

    public Feature Feature => feature ??= ToFeature();

    public bool Holds(FeatureType type)
    {
        foreach (var own in types)
        {
            if (own == type)
                return true;
        }
        return false;
    }

    /// <summary>
    /// Makes the feature, as all of it has been read, and forgets what stands at its usual place: a file may have hundreds of thousands of
    /// features.
    /// </summary>
    public void Close()
    {
        if (IsEmpty)
            return;
        feature = ToFeature();
        var unusual = None;
        foreach (var one in found)
        {
            if (one.Place.IsBelow(Place, one.Setting.PathSegments))
                continue;
            if (unusual == None)
                unusual = [];
            unusual.Add(one);
        }
        (found, isClosed) = (unusual, true);
    }

    /// <summary>Keeps a value. False when another one is there already.</summary>
    public bool Put(Setting setting, object value, JsonAddress at)
    {
        if (Find(setting) is { } there)
            return Equals(there.Value, value);
        if (found == None)
            found = [];
        found.Add(new(setting, value, at));
        return true;
    }

    /// <summary>What was found for a setting. There are few: going through them is the fastest way to one.</summary>
    public Found? Find(Setting setting)
    {
        foreach (var one in found)
        {
            if (one.Setting == setting)
                return one;
        }
        return null;
    }

    // The feature type that knows most of it; one that is told by a constant knows it better, and does not know it with another.
    private Feature ToFeature()
    {
        var type = types.Length == 1 ? types[0] : types.OrderByDescending(Score).First();
        var values = new object?[type.Settings.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Value(type.Settings[i], type);
        return new(type, values);
    }

    private int Score(FeatureType type) => type.Settings.Sum(setting =>
        Find(setting) is not { } found
            ? 0
            : setting is not ConstantSetting constant
            ? 1
            : Equals(found.Value, constant.Text)
            ? 2
            : -type.Settings.Length);

    private object? Value(Setting setting, FeatureType type)
    {
        if (Find(setting) is { } found)
            return found.Value;
        if (setting.Path == Setting.Key)
            return Place.Key;
        // The container is told by the place; the first one is what nobody has to say.
        return setting == FeatureType.ContainerIndex && type.Anchor.IndexOf('#') >= 0 && container > 0 ? container : null;
    }
}

/// <summary>A value that the document has for a setting, and where.</summary>
internal sealed record Found(Setting Setting, object Value, JsonAddress Place);
