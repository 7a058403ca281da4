using EasGen.Core;
using EasGen.Core.Catalog;
using EasGen.Testing;

namespace EasGen.Compiler.Tests;

/// <summary>An option is said twice, as a setting and as a property; here the two are held together.</summary>
public class AttributeTests
{
    public static TheoryData<string> Types => [.. FeatureCatalog.Types.Select(static featureType => featureType.Attribute)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_setting_is_a_property_of_its_type(string attribute)
    {
        var featureType = FeatureTypeOf(attribute);

        Assert.Equal(
            featureType.Settings.Where(static setting => setting is not ConstantSetting)
                .Select(static setting => (setting.Name, TypeOf(setting)))
                .Order(),
            AttributeOf(featureType).GetProperties()
                .Where(static property => property.DeclaringType != typeof(Attribute))
                .Select(static property => (property.Name, property.PropertyType.Name))
                .Order());
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void What_the_constructor_takes_is_a_setting_and_cannot_be_set_twice(string attribute)
    {
        var type = AttributeOf(FeatureTypeOf(attribute));
        var constructed = type.GetConstructors()
            .SelectMany(static constructor => constructor.GetParameters())
            .Select(static parameter => parameter.Name!)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        foreach (var property in type.GetProperties().Where(static property => property.DeclaringType != typeof(Attribute)))
            Assert.Equal(constructed.Contains(property.Name), property.SetMethod is null);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void The_constructor_takes_the_first_settings(string attribute)
    {
        var featureType = FeatureTypeOf(attribute);
        var constructors = AttributeOf(featureType).GetConstructors()
            .Select(static constructor => constructor.GetParameters().Select(static parameter => parameter.Name).ToArray())
            .ToArray();

        Assert.Contains(constructors, parameters => parameters.Length == featureType.Arguments);
        Assert.All(constructors, parameters => Assert.Equal(
            featureType.Settings
                .Skip(featureType.Parts > 0 && parameters.Length == featureType.Parts ? featureType.Arguments : 0)
                .Take(parameters.Length)
                .Select(static setting => setting.Name),
            parameters,
            StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void The_constructor_takes_nothing_where_nothing_is_asked(string attribute)
    {
        var featureType = FeatureTypeOf(attribute);

        Assert.Equal(
            featureType.ArgumentsAreOptional || featureType.Arguments == 0,
            AttributeOf(featureType).GetConstructors().Any(static constructor => constructor.GetParameters().Length == 0));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void What_is_shown_of_a_setting_compiles(string attribute)
    {
        var featureType = FeatureTypeOf(attribute);
        var shown = featureType.Settings.Where(static setting => setting is not ConstantSetting)
            .Select(setting =>
                new Feature(featureType, [.. featureType.Settings.Select(other => other == setting ? Sample(setting) : null)]))
            .Append(new Feature(
                featureType,
                [.. featureType.Settings.Select(static setting => setting is ConstantSetting ? null : Sample(setting))]))
            .Where(AttributeText.IsWhole)
            .Select(AttributeText.Of)
            .ToArray();

        var source = string.Concat(shown.Select(static (text, index) => $"[EasGen.{text}] class A{index};\n"));
        Assert.NotEmpty(shown);
        GeneratorVerifier<EasServiceGenerator>.Run("using EasGen;\n" + source, Eas.Describing);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_enum_has_the_choices_of_its_setting(string attribute) => Assert.All(
        FeatureTypeOf(attribute).Settings.OfType<EnumSetting>(),
        static setting =>
            Assert.Equal(
                setting.Choices.Select(EnumSetting.Member),
                Enum.GetNames(typeof(EasServiceAttribute).Assembly.GetType($"EasGen.{setting.Type}", throwOnError: true)!)));

    [Fact]
    public void Every_attribute_is_sealed_or_the_base_of_the_probes() => Assert.Equal(
        ["ProbeAttribute"],
        typeof(EasServiceAttribute).Assembly.GetExportedTypes()
            .Where(static type => !type.IsSealed && !type.IsEnum)
            .Select(static type => type.Name));

    private static FeatureType FeatureTypeOf(string attribute) => FeatureCatalog.Find(attribute + FeatureCatalog.ClassSuffix)!;

    private static Type AttributeOf(FeatureType featureType) =>
        typeof(EasServiceAttribute).Assembly.GetType($"EasGen.{featureType.Attribute}Attribute", throwOnError: true)!;

    private static object Sample(Setting setting) => setting switch
    {
        IntegerSetting => 1,
        NumberSetting => 0.5,
        BooleanSetting => true,
        ArraySetting => EquatableArray<string>.Of("a", "b\"c"),
        EnumSetting choice => choice.Choices[0],
        AnySetting => "[1, \"a\"]",
        _ => "a \"text\" \\ \n",
    };

    private static string TypeOf(Setting setting) => setting switch
    {
        IntegerSetting => nameof(Int32),
        NumberSetting => nameof(Double),
        BooleanSetting => nameof(Boolean),
        ArraySetting => "String[]",
        EnumSetting choice => choice.Type,
        AnySetting => nameof(Object),
        _ => nameof(String),
    };
}
