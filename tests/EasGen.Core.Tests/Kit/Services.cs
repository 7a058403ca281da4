using EasGen.Core.Catalog;
using EasGen.Core.Features;
using EasGen.Core.Reading;

namespace EasGen.Core.Tests;

/// <summary>A service without a fault, and the ways to make one that differs from it.</summary>
internal static class Services
{
    /// <summary>No rule has anything to say about it.</summary>
    public static readonly Service Valid = Of(
        A(EasService.FeatureType, (EasService.Name, "iris_classifier"), (EasService.Instances, 2)),
        A(InstanceType.FeatureType, (InstanceType.Type, "ecs.c7.large")),
        A(
            Container.FeatureType,
            (Container.Image, "registry/acme/iris:1.4"),
            (Container.Port, 8000),
            (Container.Command, "dotnet Iris.dll")));

    public static Service Of(params Feature[] features) => FeatureCatalog.CreateService([.. features]);

    public static Feature A(FeatureType type, params (Setting Setting, object Value)[] settings) =>
        settings.Aggregate(
            new Feature(type, new object?[type.Settings.Length]),
            static (feature, setting) => feature.Set(setting.Setting, setting.Value));

    /// <summary>The setting in the first feature that can have it, which is made if need be.</summary>
    public static Service With(this Service service, Setting setting, object? value)
    {
        var at = service.Features.ToList().FindIndex(feature => feature.Type.IndexOf(setting) >= 0);
        return at >= 0
            ? service.Replace(at, service.Features[at].Set(setting, value))
            : service.With(A(FeatureCatalog.Types.First(type => type.IndexOf(setting) >= 0), (setting, value!)));
    }

    /// <summary>One feature more.</summary>
    public static Service With(this Service service, Feature feature) => Of([.. service.Features, feature]);

    public static Service With(this Service service, FeatureType type, params (Setting Setting, object Value)[] settings) =>
        service.With(A(type, settings));

    public static Feature Raw(string pointer, string json = "1") =>
        A(RawSetting.FeatureType, (RawSetting.Pointer, pointer), (RawSetting.Json, json));

    public static Service Without(this Service service, FeatureType type) =>
        Of([.. service.Features.Where(feature => feature.Type != type)]);

    public static Feature Set(this Feature feature, Setting setting, object? value)
    {
        Assert.True(value is null || setting.Accepts(value), $"{feature.Type}.{setting} does not take {value}");
        return new(feature.Type, [.. feature.Type.Settings.Select(other => other == setting ? value : feature.Value(other))]);
    }

    /// <summary>The service as the fix of a finding leaves it. What has lost its first argument, or all of them, is gone.</summary>
    public static Service Mended(this Service service, Finding finding)
    {
        var features = Addressing.Of(service);
        var raw = Array.FindLastIndex(
            features,
            placed => placed.Type == RawSetting.FeatureType && RawSetting.Whole(placed) == finding.Pointer);
        if (raw >= 0)
        {
            Feature[] instead = finding.Fix!.Value is TypedEquivalent typed ? [.. typed.Features] : [];
            return Of([.. service.Features.Where((_, index) => index != raw), .. instead]);
        }
        var at = Array.FindLastIndex(
            features,
            placed => SettingAt(placed, finding.Pointer) is not null || placed.Pointer == finding.Pointer);
        Assert.True(at >= 0, $"Nothing stands at {finding.Pointer}");
        var feature = features[at].Feature;
        var setting = SettingAt(features[at], finding.Pointer);
        var isItem = feature.Type.IsItem || feature.Type.IsMember;
        var mended = finding.Fix!.Value is null && (setting is null || (isItem && setting == feature.Type.Settings[0]))
            ? A(feature.Type)
            : feature.Set(setting!, finding.Fix.Value);
        return feature.Type.Settings.All(other => mended.Value(other) is null)
            ? Of([.. service.Features.Where((_, index) => index != at)])
            : service.Replace(at, mended);
    }

    private static Setting? SettingAt(AddressedFeature placed, string pointer) =>
        Array.Find(placed.Type.Settings, setting => placed.At(setting) == pointer);

    private static Service Replace(this Service service, int at, Feature feature) =>
        Of([.. service.Features.Select((other, index) => index == at ? feature : other)]);
}
