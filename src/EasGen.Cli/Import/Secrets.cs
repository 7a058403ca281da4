using EasGen.Core;
using EasGen.Core.Rooms;

namespace EasGen.Cli.Import;

/// <summary>A secret that stands in a file in clear text.</summary>
/// <param name="Pointer">Where it usually stands.</param>
/// <param name="Placeholder">What stands there now.</param>
/// <param name="Text">The secret itself, which nobody prints.</param>
internal sealed record Secret(string Pointer, string Placeholder, string Text);

/// <summary>Replaces secrets by placeholders. What a secret is, the rules know.</summary>
internal sealed class Secrets
{
    /// <summary>The rules that report secrets.</summary>
    public static readonly Rule[] Rules = [General.EAS0018_SecretIsPlaceholder, EnvironmentVariable.EAS0222_SecretIsPlaceholder, RegistryAuth.EAS0225_PasswordIsPlaceholder, Model.EAS0317_ConfigHasNoSecret];

    // Shorter ones are part of many words.
    private const int Telling = 4;

    private readonly SecretNames names;
    private readonly List<Secret> found = [];

    private Secrets(SecretNames names) => this.names = names;

    /// <summary>The service without its secrets, and what they were.</summary>
    public static (Service Service, IReadOnlyList<Secret> Found) Replace(Service service, SecretNames names)
    {
        names.Reserve(ServiceWriter.Write(service));
        var secrets = new Secrets(names);
        var places = Inspection.Of(service)
            .Where(static finding => Rules.Contains(finding.Rule))
            .ToLookup(static finding => finding.Pointer, static finding => finding.Fix?.Value as string, StringComparer.Ordinal);
        var replaced = Placement.Of(service).Select(placed => secrets.Replace(placed, places));
        return (new(Sequence<Feature>.From(replaced)), secrets.found);
    }

    /// <summary>A text that may quote one of the secrets, without it.</summary>
    public static string Conceal(string text, string? pointer, IReadOnlyList<Secret> secrets) => secrets
        .Where(secret => secret.Text.Length >= Telling || secret.Pointer == pointer)
        .Aggregate(text, static (concealed, secret) => concealed.Replace(secret.Text, secret.Placeholder, StringComparison.Ordinal));

    private Feature Replace(Placed placed, ILookup<string, string?> places)
    {
        var feature = placed.Feature;
        if (feature.Room == RawSetting.Room)
            return ReplaceRaw(placed);
        if (RegistryAuth.InParts(feature)[RegistryAuth.Password] is { Length: > 0 } password && !Placeholder.IsIn(password))
            return RegistryAuth.WithPassword(feature, Hide(placed.At(RegistryAuth.Secret), "REGISTRY_PASSWORD", password));
        return new(feature.Room, [.. feature.Room.Rows.Select(row => feature.Value(row) is string text && row.InJson && places.Contains(placed.At(row))
            ? places[placed.At(row)].First() is { } wanted ? Hide(placed.At(row), wanted, text) : HideInside(text, placed.At(row))
            : feature.Value(row))]);
    }

    private string Hide(string pointer, string wanted, string secret)
    {
        var placeholder = names.Take(wanted, secret);
        found.Add(new(pointer, placeholder, secret));
        return placeholder;
    }

    private string HideInside(string config, string pointer) =>
        JsonParser.Parse(config, out _) is { } json ? Rebuilt(json, pointer, HideMember).ToString() : config;

    private JsonNode? HideMember(string key, JsonNode value, string pointer) =>
        Model.IsSecret(key, value) ? JsonNode.Text(Hide(pointer, key.ToUpperInvariant(), value.Simple)) : null;

    // What was kept as it is, because it or something around it is wrong, may be a secret nevertheless.
    private Feature ReplaceRaw(Placed raw)
    {
        if (JsonParser.Parse(raw[RawSetting.Json] ?? "", out _) is not { } json)
            return raw.Feature;
        var before = found.Count;
        var replaced = HideShape(json, JsonPointer.Segments(raw.Pointer).Aggregate((Shape?)Shape.Root, (shape, segment) => shape?.Step(segment, json)), raw.Pointer);
        return found.Count > before ? RawSetting.Of(raw.Pointer, replaced) : raw.Feature;
    }

    private JsonNode HideShape(JsonNode json, Shape? shape, string pointer)
    {
        if (shape is null)
            return json;
        if (json.Kind is JsonKind.Text or JsonKind.Number && json.Simple.Length > 0 && !Placeholder.IsIn(json.Simple)
            && shape.Rows.Select(static known => known.Row).OfType<TextRow>().FirstOrDefault(static row => row.Secret is not null) is { } secret)
            return JsonNode.Text(Hide(pointer, secret.Secret!, json.Simple));
        return Rebuilt(json, pointer, (key, value, at) => HideShape(value, shape.IsList ? shape.Item : shape.Member(key, value), at));
    }

    // Objects and lists with other members where there are some.
    private static JsonNode Rebuilt(JsonNode json, string pointer, Func<string, JsonNode, string, JsonNode?> replace)
    {
        if (json.Kind is not (JsonKind.Object or JsonKind.List))
            return json;
        var made = json.Kind == JsonKind.List ? JsonNode.List() : JsonNode.Object();
        foreach (var ((key, value), index) in json.Members.Select(static (member, index) => (member, index)))
        {
            var at = $"{pointer}/{(json.Kind == JsonKind.List ? FormattableString.Invariant($"{index}") : JsonPointer.Escape(key))}";
            made.Add(key, replace(key, value, at) ?? Rebuilt(value, at, replace));
        }
        return made;
    }
}
