using EasGen.Core.Catalog;
using EasGen.Core.Features;

namespace EasGen.Core.Tests;

/// <summary>Values for every setting of the catalog, those of tomorrow included.</summary>
internal static class Samples
{
    /// <summary>The feature types and settings whose values stand in the JSON, as the data of a theory.</summary>
    public static TheoryData<string, string> Settings()
    {
        var settings = new TheoryData<string, string>();
        foreach (var type in FeatureCatalog.Types)
        {
            foreach (var setting in type.Settings.Where(static setting => setting.InJson))
                settings.Add(type.Attribute, setting.Name);
        }
        return settings;
    }

    /// <summary>The feature type of an attribute, by the name that users write.</summary>
    public static FeatureType Find(string attribute) => FeatureCatalog.Find(attribute + FeatureCatalog.ClassSuffix)!;

    public static (FeatureType Type, Setting Setting) Find(string attribute, string name)
    {
        var type = Find(attribute);
        return (type, type.Settings[type.IndexOf(name)]);
    }

    public static object[] Values(Setting setting) => setting switch
    {
        StringSetting => ["text", "", "a \"quoted\" \\ text\n", "/0/~1/*/@#", "鸢尾花 🌸 \u2028\0"],
        SizeSetting => [0, 1, 40, -1, int.MaxValue],
        IntegerSetting => [0, 1, -1, 8080, int.MinValue, int.MaxValue],
        NumberSetting { Whole: true } => [0.0, 0.001, 1.5, 600.0, -5.0, 2147483.0],
        NumberSetting => [0.0, 0.1, 0.3, 1e-7, 1e300, -2.5, double.Epsilon, double.MaxValue],
        BooleanSetting => [true, false],
        CountOrPercentSetting => ["0", "3", "-1", "20%", "all", "007", "2147483648", ""],
        EnumSetting choice => [.. choice.Choices, "", "other"],
        ConstantSetting mark => [mark.Text],
        AnySetting => ["\"text\"", "0.7", "true", "[1, null]", """{"a": {"b": 1}}""", "\"[1]\"", "1e400", "\"\""],
        JsonSetting { IsAny: true } => ["1", "\"text\"", "null", "[1, {}]"],
        JsonSetting => ["text", "", "{}", """{"a": [1.0, null, "b"], "c.d": {}}""", "[1]"],
        ArraySetting =>
            [EquatableArray<string>.Of(), EquatableArray<string>.Of("b", "a", "b"), EquatableArray<string>.Of("", "鸢尾花 🌸")],
        _ => throw new NotSupportedException($"No samples of {setting.GetType().Name}; add some."),
    };

    /// <summary>A valid service whose only feature of this type has only this setting, its marks, and a key if it needs one.</summary>
    public static Service Having(FeatureType type, Setting setting, object value)
    {
        var feature = type.Settings.OfType<ConstantSetting>()
            .Aggregate(A(type, (setting, value)), static (feature, mark) => feature.Or(mark, mark.Text));
        return Valid.Without(type).With(type.IsMember ? feature.Or(type.Settings[0], "key") : feature);
    }

    /// <summary>
    /// Every feature type with all its settings: those of a container twice, for its first and its second one. Of feature
    /// types that fill one place the first has it.
    /// </summary>
    public static Service Everything(Random random)
    {
        var containers = new[] { A(Container.FeatureType, (Container.Image, "a:1")), A(Container.FeatureType, (Container.Image, "b:1")) };
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return Of([.. containers, .. FeatureCatalog.Types.Where(static type =>
            type != Container.FeatureType && type != RawSetting.FeatureType).SelectMany(type => Filled(type, random, taken))]);
    }

    private static IEnumerable<Feature> Filled(FeatureType type, Random random, HashSet<string> taken)
    {
        var filled = type.Settings
            .Where(setting => setting.Path is not null && (type.IsItem || type.IsMember || taken.Add($"{type.Anchor}/{setting.Path}")))
            .Aggregate(A(type), (feature, setting) => feature.Set(setting, Any(setting, random)));
        if (type.Settings.All(setting => filled.Value(setting) is null))
            return [];
        if (type.IndexOf(FeatureType.ContainerIndex) >= 0)
            return [filled, filled.Set(FeatureType.ContainerIndex, 1)];
        return type.IsItem
            ? [filled, type.Settings[0] is StringSetting ? filled.Set(type.Settings[0], "another") : filled, filled]
            : [filled];
    }

    private static object Any(Setting setting, Random random) => Values(setting)[random.Next(Values(setting).Length)];
}
