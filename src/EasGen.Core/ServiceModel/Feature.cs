namespace EasGen.Core.ServiceModel;

/// <summary>
/// A feature type with its values: one attribute as somebody wrote it, or one object of the JSON. Immutable, equal by value, and
/// free of anything of the compiler, so that it can travel through the incremental pipeline.
/// </summary>
internal sealed class Feature : IEquatable<Feature>
{
    private readonly object?[] values;

    /// <summary>Takes ownership of the values, one for each setting of the feature type; null means unset.</summary>
    public Feature(FeatureType type, object?[] values)
    {
        Type = type;
        this.values = values;
    }

    /// <summary>A feature in which one setting is set.</summary>
    public static Feature Of(FeatureType type, Setting setting, object value)
    {
        var values = new object?[type.Settings.Length];
        values[type.IndexOf(setting)] = value;
        return new(type, values);
    }

    public FeatureType Type { get; }

    public string? this[StringSetting setting] => (string?)Value(setting);

    public string? this[CountOrPercentSetting setting] => (string?)Value(setting);

    public int? this[IntegerSetting setting] => (int?)Value(setting);

    public double? this[NumberSetting setting] => (double?)Value(setting);

    public bool? this[BooleanSetting setting] => (bool?)Value(setting);

    public EquatableArray<string>? this[ArraySetting setting] => (EquatableArray<string>?)Value(setting);

    public string? this[EnumSetting setting] => (string?)Value(setting);

    public string? this[ConstantSetting setting] => (string?)Value(setting);

    public string? this[JsonSetting setting] => (string?)Value(setting);

    public string? this[AnySetting setting] => (string?)Value(setting);

    /// <summary>The value of a setting of any kind; null when it is unset or the feature type lacks it.</summary>
    public object? Value(Setting setting)
    {
        var index = Type.IndexOf(setting);
        return index < 0 ? null : values[index];
    }

    /// <summary>The value of the setting that the feature type has at the index; null when it is unset.</summary>
    public object? ValueAt(int index) => values[index];

    /// <summary>A copy in which the setting has the value, unless it has one already.</summary>
    public Feature Or(Setting setting, object value) => Value(setting) is null ? With(setting, value) : this;

    /// <summary>A copy in which the setting has the value; null takes it away.</summary>
    public Feature With(Setting setting, object? value)
    {
        var index = Type.IndexOf(setting);
        if (index < 0)
            return this;
        var copy = (object?[])values.Clone();
        copy[index] = value;
        return new Feature(Type, copy);
    }

    /// <summary>A copy in which the settings that are written although nobody set them have their values, but for some.</summary>
    /// <param name="here">What the exception needs to know; no closure is made for each feature.</param>
    /// <param name="except">True for a setting that stays as it is.</param>
    public Feature WithWritten<T>(T here, Func<T, Setting, bool> except)
    {
        object?[]? copy = null;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is null
                && Type.Settings[i] is { Written: { } written, Beside: var beside } setting
                && (beside is null || Value(beside) is not null)
                && !except(here, setting))
                (copy ??= (object?[])values.Clone())[i] = written;
        }
        return copy is null ? this : new Feature(Type, copy);
    }

    public bool Equals(Feature? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || !ReferenceEquals(Type, other.Type))
            return false;
        for (var i = 0; i < values.Length; i++)
        {
            if (!Equals(values[i], other.values[i]))
                return false;
        }
        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Feature);

    public override int GetHashCode()
    {
        var hash = Type.GetHashCode();
        foreach (var value in values)
            hash = unchecked((hash * 31) + (value?.GetHashCode() ?? 0));
        return hash;
    }

    public override string ToString()
    {
        var set = Type.Settings.Where(setting => Value(setting) is not null);
        return $"{Type}({string.Join(", ", set.Select(setting => $"{setting} = {Value(setting)}"))})";
    }
}
