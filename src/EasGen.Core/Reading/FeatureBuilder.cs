namespace EasGen.Core.Reading;

/// <summary>The values found for one feature while the document is walked.</summary>
/// <param name="types">What the feature can be: one feature type, or those that share a kind of item.</param>
/// <param name="depth">How many steps lead to where the document has it.</param>
/// <param name="container">The container it stands in, counted from 0.</param>
internal sealed class FeatureBuilder(FeatureType[] types, int depth, int container)
{
    // The values of the settings of each type, one type behind the other.
    private readonly object?[] values = new object?[From(types, types.Length)];

    // Few values stand elsewhere than usual.
    private List<(Setting Setting, string Pointer)>? elsewhere;

    private bool hasValue;

    /// <summary>The settings whose values stand elsewhere than usual, and where.</summary>
    public IReadOnlyList<(Setting Setting, string Pointer)> Elsewhere =>
        elsewhere is null ? Array.Empty<(Setting, string)>() : elsewhere;

    /// <summary>A feature type that is neither an item nor an object of its own is only there when something of it is set.</summary>
    public bool IsEmpty => !hasValue && types[0].Anchor.Length == 0;

    public bool Holds(FeatureType type) => Holds(types, type);

    public static bool Holds(FeatureType[] types, FeatureType type)
    {
        foreach (var own in types)
        {
            if (own == type)
                return true;
        }
        return false;
    }

    /// <summary>Keeps the value that the path leads to. False when another one is there already.</summary>
    public bool Put(Setting setting, object value, PointerPath path)
    {
        for (int i = 0, from = 0; i < types.Length; from += types[i++].Settings.Length)
        {
            if (types[i].IndexOf(setting) is not (>= 0 and var index))
                continue;
            // Types that share the setting have all been given it, or none.
            if (values[from + index] is { } there)
                return Equals(there, value);
            values[from + index] = value;
        }
        hasValue = true;
        if (!path.IsAt(depth, setting.PathSegments))
            (elsewhere ??= []).Add((setting, path.Pointer));
        return true;
    }

    /// <summary>Where the document has the value that was kept for a setting.</summary>
    public string PointerOf(Setting setting, PointerPath path)
    {
        foreach (var (other, pointer) in Elsewhere)
        {
            if (other == setting)
                return pointer;
        }
        return setting.At(path.PointerOf(depth));
    }

    /// <summary>Makes the feature, as all of it has been read, and gives its values away.</summary>
    /// <param name="key">The key of the object.</param>
    public Feature ToFeature(string key)
    {
        // The feature type that knows most of it.
        var best = 0;
        for (var i = 1; i < types.Length; i++)
        {
            if (Score(i) > Score(best))
                best = i;
        }
        var type = types[best];
        var own = types.Length == 1 ? values : new object?[type.Settings.Length];
        if (types.Length > 1)
            Array.Copy(values, From(types, best), own, 0, own.Length);
        foreach (var i in type.Implied)
            own[i] ??= Implied(type.Settings[i], type, key);
        return new(type, own);
    }

    // Where the values of a type begin.
    private static int From(FeatureType[] types, int at)
    {
        var from = 0;
        for (var i = 0; i < at; i++)
            from += types[i].Settings.Length;
        return from;
    }

    // One that is told by a constant knows it better, and does not know it with another.
    private int Score(int at)
    {
        var (score, type, from) = (0, types[at], From(types, at));
        for (var i = 0; i < type.Settings.Length; i++)
        {
            if (values[from + i] is { } value)
                score += type.Settings[i] is not ConstantSetting constant ? 1 : Equals(value, constant.Text) ? 2 : -type.Settings.Length;
        }
        return score;
    }

    // What the place says.
    private object? Implied(Setting setting, FeatureType type, string key)
    {
        if (setting.Path == Setting.Key)
            return key;
        // The first container is what nobody has to say.
        return setting == FeatureType.ContainerIndex && type.Containers.List.Length > 0 && container > 0 ? container : null;
    }
}
