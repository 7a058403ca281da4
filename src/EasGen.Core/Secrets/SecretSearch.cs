using System.Globalization;

namespace EasGen.Core.Secrets;

/// <summary>
/// Finds secrets in JSON: what stands under a name that promises one, at any depth and under keys that EasGen does not know, and
/// those in texts. Rules, import and reports ask here, and nowhere else.
/// </summary>
/// <param name="schema">All that a service JSON may hold.</param>
/// <param name="replace">Told each secret; says what shall stand in its place.</param>
internal sealed class SecretSearch(SchemaNode schema, Func<Secret, string> replace)
{
    // Shorter numbers count something.
    private const int FewestDigits = 4;

    /// <summary>The secrets of a document.</summary>
    public static IReadOnlyList<Secret> Of(SchemaNode schema, JsonNode document) =>
        Collect(schema, search => search.Value(document, new("", "", schema)));

    /// <summary>The secrets in a comment.</summary>
    public static IReadOnlyList<Secret> Of(Comment comment) =>
        [.. SecretText.Find(comment.Text).Select(
            part => new Secret(comment.Pointer, part.Name, comment.Text.Substring(part.Start, part.Length), IsWhole: false))];

    /// <summary>The secrets of a setting.</summary>
    public static IReadOnlyList<Secret> Of(
        SchemaNode schema,
        AddressedFeature placed,
        Setting setting,
        object value,
        AddressedFeature[] all) =>
        Collect(schema, search => search.Setting(placed, setting, value, all));

    /// <summary>The value of a setting without its secrets; the value itself when it has none.</summary>
    /// <param name="placed">The feature.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="value">Its value.</param>
    /// <param name="all">The features of the service: one may name what another holds.</param>
    public object Setting(AddressedFeature placed, Setting setting, object value, AddressedFeature[] all)
    {
        if (setting is not (StringSetting or ArraySetting or JsonSetting or AnySetting) || !(setting.InJson || IsRaw(placed, setting)))
            return value;
        var json = setting is StringSetting ? JsonNode.String((string)value) : setting.ToJson(value);
        var open = Value(json, SecretPlace.Of(schema, placed, setting, all));
        return ReferenceEquals(open, json) ? value : setting is StringSetting ? open.Text : setting.FromJson(open)!;
    }

    private static List<Secret> Collect(SchemaNode schema, Action<SecretSearch> search)
    {
        var found = new List<Secret>();
        search(new(schema, secret =>
        {
            found.Add(secret);
            return "";
        }));
        return found;
    }

    // The node itself when it holds no secret.
    private JsonNode Value(JsonNode json, SecretPlace place) => json.Kind switch
    {
        JsonKind.String => Text(json, place),
        JsonKind.Number when place.IsPromised && json.Text.Length >= FewestDigits => JsonNode.String(Whole(json, place)),
        JsonKind.Object => Object(json, place),
        JsonKind.Array => List(json, place),
        _ => json,
    };

    private JsonNode Text(JsonNode json, SecretPlace place)
    {
        if (place.IsSecret
            ? json.Text.Length > 0 && !Placeholder.IsIn(json.Text)
            : place.IsPromised && SecretText.IsSecret(json.Text))
            return JsonNode.String(Whole(json, place));
        var parts = SecretText.Find(json.Text);
        return parts.Count == 0 ? json : JsonNode.String(SecretText.Replace(json.Text, parts, part =>
            replace(new(
                place.Pointer,
                part.Name,
                json.Text.Substring(part.Start, part.Length),
                IsWhole: part.Length == json.Text.Length))));
    }

    private string Whole(JsonNode json, SecretPlace place) =>
        replace(new(place.Pointer, place.PlaceholderName, json.Text, IsWhole: true));

    private JsonNode Object(JsonNode json, SecretPlace place)
    {
        // A variable, a header, a label: one member names the other.
        var name = json.Find("name") ?? json.Find("key");
        return Rebuilt(json, (key, value, _) => Value(value, name is { Kind: JsonKind.String } && key == "value"
            ? place.Under(key, value) with { Name = name.Text, IsVariable = true }
            : Member(place, key, value)));
    }

    // An object in the place of a variable's text is what the variable promises, whatever its keys are.
    private static SecretPlace Member(SecretPlace place, string key, JsonNode value) => place is { IsVariable: true, IsPromised: true }
        ? place.Under(key, value) with { Name = place.Name, IsVariable = true }
        : place.Under(key, value);

    private JsonNode List(JsonNode json, SecretPlace place) => Rebuilt(json, (_, item, index) =>
    {
        var inner = place.Item(index);
        // A flag and its value, as two arguments.
        var before = index > 0
            && json.Members[index - 1].Value is { Kind: JsonKind.String, Text: { Length: > 1 } flag }
            && flag[0] == '-' ? flag : null;
        return Value(item, before is not null && SecretName.Promises(before) ? inner with { Name = before } : inner);
    });

    /// <summary>True for the value of a raw setting.</summary>
    public static bool IsRaw(AddressedFeature placed, Setting setting) =>
        placed.Type.PointerSetting is not null && setting is JsonSetting { IsAny: true };

    private static JsonNode Rebuilt(JsonNode json, Func<string, JsonNode, int, JsonNode> replace)
    {
        var made = json.Kind == JsonKind.Array ? JsonNode.Array() : JsonNode.Object();
        var differs = false;
        for (var i = 0; i < json.Members.Count; i++)
        {
            var (key, value) = (json.Members[i].Key, json.Members[i].Value);
            var open = replace(key, value, i);
            differs |= !ReferenceEquals(open, value);
            made.Add(key, open);
        }
        return differs ? made : json;
    }
}

/// <summary>Where a value stands, and what its name promises.</summary>
/// <param name="Pointer">Its address.</param>
/// <param name="Name">
/// What names it: its key, or the variable that it is the value of. Empty for what has no name, and for a setting that
/// is no secret for sure.
/// </param>
/// <param name="Schema">What EasGen knows of the place; null when it is not asked.</param>
/// <param name="Sure">The placeholder of a setting that is a secret whatever it looks like.</param>
internal readonly record struct SecretPlace(string Pointer, string Name, SchemaNode? Schema, string? Sure = null)
{
    // Words that say little without what they stand in.
    private static readonly string[] Bare = ["password", "token", "secret", "credential", "credentials"];

    /// <summary>True when the name is that of a variable, which its placeholder has too.</summary>
    public bool IsVariable { get; init; }

    private string? Known => Sure ?? Schema?.Settings
        .Select(static known => known.Setting)
        .OfType<StringSetting>()
        .FirstOrDefault(static setting => setting.Secret is not null)?.Secret;

    public bool IsSecret => Known is not null;

    public bool IsPromised => IsSecret || (Name.Length > 0 && SecretName.Promises(Name));

    public string PlaceholderName => Known ?? (IsVariable
        ? SecretName.OfVariable(Name)
        : SecretName.ForPlaceholder(Array.IndexOf(Bare, Name) >= 0 && Outer is { } outer ? $"{outer}_{Name}" : Name));

    // The nearest key around, without the indexes of lists.
    private string? Outer => JsonPointer.Parent(Pointer) is { } around
        ? JsonPointer.Segments(around).LastOrDefault(static segment => segment.Length > 0 && !segment.All(char.IsDigit))
        : null;

    public static SecretPlace Of(SchemaNode schema, AddressedFeature placed, Setting setting, AddressedFeature[] all)
    {
        if (SecretSearch.IsRaw(placed, setting))
            return Raw(schema, placed, all);
        var named = setting.Path is "" or "value"
            ? placed.Type.Settings.FirstOrDefault(static other => other.Path is Setting.Key or "name")
            : null;
        var name = named is null ? "" : (string?)placed.Feature.Value(named) ?? "";
        return new(placed.At(setting), name, null, (setting as StringSetting)?.Secret) { IsVariable = named is { Path: "name" } };
    }

    public SecretPlace Under(string key, JsonNode value) =>
        new($"{Pointer}/{JsonPointer.Escape(key)}", key, Schema is null || Schema.IsList ? null : Schema.Member(key, value));

    /// <summary>An item has the name of its list.</summary>
    public SecretPlace Item(int index) =>
        new($"{Pointer}/{index.ToString(CultureInfo.InvariantCulture)}", Name, Schema is { IsList: true } ? Schema.Item : null);

    private static SecretPlace Raw(SchemaNode schema, AddressedFeature raw, AddressedFeature[] all)
    {
        // The value of a variable that is of the wrong type; its name is right.
        if (raw.Pointer.EndsWith("/value", StringComparison.Ordinal)
            && Array.Find(all, other => other.Pointer == JsonPointer.Parent(raw.Pointer)
                && NameOf(other) is not null) is { Feature: not null } variable)
            return new(raw.Pointer, NameOf(variable)!, schema.Find(raw.Pointer)) { IsVariable = true };
        var segments = JsonPointer.IsValid(raw.Pointer) ? JsonPointer.Segments(raw.Pointer) : [];
        return new(
            raw.Pointer,
            segments.LastOrDefault(static segment => segment.Length > 0 && !segment.All(char.IsDigit)) ?? "",
            schema.Find(raw.Pointer));
    }

    private static string? NameOf(AddressedFeature variable) =>
        Array.Find(variable.Type.Settings, static setting => setting is StringSetting { Path: "name" }) is StringSetting name
            ? variable[name]
            : null;
}
