using System.Globalization;
using EasGen.Core.Catalog;
using EasGen.Core.Features;

namespace EasGen.Core.Reading;

/// <summary>What attributes say instead of a raw setting.</summary>
/// <param name="Features">One for each attribute.</param>
/// <param name="Place">The JSON pointer at which the first of them stands.</param>
internal sealed record TypedEquivalent(EquatableArray<Feature> Features, string Place)
{
    /// <summary>Null when no attribute knows the setting, or not all of it.</summary>
    public static TypedEquivalent? Of(string pointer, JsonNode json)
    {
        var segments = JsonPointer.Segments(pointer);
        if (Document(segments, 0, FeatureCatalog.Schema, json) is not { } document)
            return null;
        var service = ServiceWalk.Read(document).Service;
        // Around a setting may stand objects that say nothing themselves, such as its container.
        var said = Addressing.Of(service)
            .Where(static placed => placed.Type.Settings.Any(setting => placed.Feature.Value(setting) is not null))
            .ToArray();
        if (said.Length == 0 || service.All(RawSetting.FeatureType).Any() || !said.All(static placed => CanSay(placed.Feature)))
            return null;

        // What the attribute of a whole item would lack, the item can do without.
        if (said.Any(placed => placed.Type.IsItem
            && JsonPointer.Segments(placed.Pointer).Length >= segments.Length
            && !AttributeText.IsWhole(placed.Feature)))
            return null;

        // The document has one item in each list; here the setting gets its true place back.
        var container = segments.Length > 1
            && segments[0] == "containers"
            && int.TryParse(segments[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;
        var depth = JsonPointer.Segments(said[0].Pointer).Length;
        return new(
            EquatableArray<Feature>.From(said.Select(placed =>
                container > 0 ? placed.Feature.Or(FeatureType.ContainerIndex, container) : placed.Feature)),
            string.Concat(segments.Take(depth).Select(static segment => "/" + JsonPointer.Escape(segment))));
    }

    /// <summary>The attributes as code.</summary>
    public override string ToString() => string.Join(" and ", Features.Select(static feature => AttributeText.IsWhole(feature)
        ? $"[{AttributeText.Of(feature)}]"
        : $"{string.Join(", ", feature.Type.Settings.Where(setting => feature.Value(setting) is not null))} of [{feature.Type}]"));

    private static bool CanSay(Feature feature) =>
        feature.Type.Settings.All(setting => feature.Value(setting) is not { } value || setting.FitsAttribute(value));

    // A document that holds the setting and nothing else.
    private static JsonNode? Document(string[] segments, int at, SchemaNode schema, JsonNode json)
    {
        if (at == segments.Length)
            return json;
        if (schema.Step(segments[at], json) is not { } next || Document(segments, at + 1, next, json) is not { } inner)
            return null;
        var outer = schema.IsList ? JsonNode.Array() : JsonNode.Object();
        outer.Add(segments[at], inner);
        return outer;
    }
}
