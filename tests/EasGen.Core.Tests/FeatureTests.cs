using System.Reflection;
using EasGen.Core.Features;

namespace EasGen.Core.Tests;

public class FeatureTests
{
    private static readonly Feature Mounted = A(OssMount.FeatureType, (OssMount.Path, "oss://b/c/"), (OssMount.ReadOnly, true));

    [Fact]
    public void Gives_each_setting_its_value()
    {
        Assert.Equal("oss://b/c/", Mounted[OssMount.Path]);
        Assert.True(Mounted[OssMount.ReadOnly]);
        Assert.Null(Mounted[Mount.MountPath]);
    }

    [Fact]
    public void Has_no_value_for_the_settings_of_other_feature_types() => Assert.Null(Mounted[Container.Port]);

    [Fact]
    public void Equals_what_has_the_same_values()
    {
        var same = A(OssMount.FeatureType, (OssMount.ReadOnly, true), (OssMount.Path, "oss://b/c/"));

        Assert.Equal(Mounted, same);
        Assert.Equal(Mounted.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Mounted, same.Set(OssMount.ReadOnly, false));
        Assert.NotEqual(A(Probe.Startup), A(Probe.Liveness));
    }

    [Fact]
    public void Services_are_equal_by_their_features()
    {
        Assert.Equal(Valid.With(Mounted), Valid.With(A(OssMount.FeatureType, (OssMount.Path, "oss://b/c/"), (OssMount.ReadOnly, true))));
        Assert.NotEqual(Valid, Valid.With(Mounted));
    }

    [Fact]
    public void Or_sets_what_is_unset_only()
    {
        Assert.Equal("/models", Mounted.Or(Mount.MountPath, "/models")[Mount.MountPath]);
        Assert.Same(Mounted, Mounted.Or(OssMount.ReadOnly, false));
        Assert.Same(Mounted, Mounted.Or(Container.Port, 8000));
        Assert.Null(Mounted[Mount.MountPath]);
    }

    [Fact]
    public void Says_what_it_holds() => Assert.Equal("OssMount(Path = oss://b/c/, ReadOnly = True)", Mounted.ToString());

    // Messages speak of a setting by its name, as the attribute's property has it. A mark is no property.
    [Fact]
    public void A_setting_has_the_name_of_its_field() => Assert.All(
        from type in typeof(Feature).Assembly.GetTypes()
        where type.Namespace == typeof(Container).Namespace
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where typeof(Setting).IsAssignableFrom(field.FieldType) && field.FieldType != typeof(ConstantSetting)
        select (Field: field.Name, ((Setting)field.GetValue(null)!).Name),
        static setting =>
        {
            Assert.NotEmpty(setting.Name);
            Assert.True(
                setting.Field.EndsWith(setting.Name, StringComparison.Ordinal)
                    || setting.Name.EndsWith(setting.Field, StringComparison.Ordinal),
                $"'{setting.Name}' is the setting of {setting.Field}");
        });
}
