using EasGen.Core.Rooms;

namespace EasGen.Core.Tests;

/// <summary>A service without a fault, and the ways to make one that differs from it.</summary>
internal static class Services
{
    /// <summary>No rule has anything to say about it.</summary>
    public static readonly Service Valid = Of(
        A(EasService.Room, (EasService.Name, "iris_classifier"), (EasService.Instances, 2)),
        A(InstanceType.Room, (InstanceType.Type, "ecs.c7.large")),
        A(Container.Room, (Container.Image, "registry/acme/iris:1.4"), (Container.Port, 8000), (Container.Command, "dotnet Iris.dll")));

    public static Service Of(params Feature[] features) => Service.From([.. features]);

    public static Feature A(Room room, params (Row Row, object Value)[] settings) =>
        settings.Aggregate(new Feature(room, new object?[room.Rows.Length]), static (feature, setting) => feature.Set(setting.Row, setting.Value));

    /// <summary>The setting in the first feature that can have it, which is made if need be.</summary>
    public static Service With(this Service service, Row row, object? value)
    {
        var at = service.Features.ToList().FindIndex(feature => feature.Room.IndexOf(row) >= 0);
        return at >= 0
            ? service.Replace(at, service.Features[at].Set(row, value))
            : service.With(A(Catalog.Rooms.First(room => room.IndexOf(row) >= 0), (row, value!)));
    }

    /// <summary>One feature more.</summary>
    public static Service With(this Service service, Feature feature) => Of([.. service.Features, feature]);

    public static Service With(this Service service, Room room, params (Row Row, object Value)[] settings) => service.With(A(room, settings));

    public static Feature Raw(string pointer, string json = "1") => A(RawSetting.Room, (RawSetting.Pointer, pointer), (RawSetting.Json, json));

    public static Service Without(this Service service, Room room) => Of([.. service.Features.Where(feature => feature.Room != room)]);

    public static Feature Set(this Feature feature, Row row, object? value)
    {
        Assert.True(value is null || row.Accepts(value), $"{feature.Room}.{row} does not take {value}");
        return new(feature.Room, [.. feature.Room.Rows.Select(other => other == row ? value : feature.Value(other))]);
    }

    /// <summary>The service as the fix of a finding leaves it. What has lost its first argument, or all of them, is gone.</summary>
    public static Service Mended(this Service service, Finding finding)
    {
        if (Array.FindLastIndex(Placement.Of(service), placed => placed.Feature.Room == RawSetting.Room && RawSetting.Whole(placed) == finding.Pointer) is >= 0 and var raw)
            return Of([.. service.Features.Where((_, index) => index != raw), .. finding.Fix!.Value is Typed typed ? typed.Features : []]);
        var features = Placement.Of(service);
        var at = Array.FindLastIndex(features, placed => RowAt(placed, finding.Pointer) is not null || placed.Pointer == finding.Pointer);
        Assert.True(at >= 0, $"Nothing stands at {finding.Pointer}");
        var feature = features[at].Feature;
        var row = RowAt(features[at], finding.Pointer);
        var isItem = feature.Room.IsItem || feature.Room.IsMember;
        var mended = finding.Fix!.Value is null && (row is null || (isItem && row == feature.Room.Rows[0])) ? A(feature.Room) : feature.Set(row!, finding.Fix.Value);
        return feature.Room.Rows.All(other => mended.Value(other) is null)
            ? Of([.. service.Features.Where((_, index) => index != at)])
            : service.Replace(at, mended);
    }

    private static Row? RowAt(Placed placed, string pointer) => Array.Find(placed.Feature.Room.Rows, row => placed.At(row) == pointer);

    private static Service Replace(this Service service, int at, Feature feature) =>
        Of([.. service.Features.Select((other, index) => index == at ? feature : other)]);
}
