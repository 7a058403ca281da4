using System.Runtime.CompilerServices;

namespace EasGen.Core.Secrets;

/// <summary>
/// Finds secrets in JSON: what stands under a name that promises one, at any depth and under keys that EasGen does not know, and
/// those in texts. Rules, import and reports ask here, and nowhere else.
/// </summary>
/// <param name="schema">All that a service JSON may hold, which is asked for what no feature knows.</param>
/// <param name="replace">Told each secret; says what shall stand in its place.</param>
internal sealed class SecretSearch(Func<SchemaNode> schema, Func<Secret, string> replace)
{
    // Shorter numbers count something.
    private const int FewestDigits = 4;

    private static readonly ConditionalWeakTable<SchemaNode, SecretHint> Hints = new();

    // The members that name another one, and those that they name.
    private static readonly string[] Names = ["name", "key", "k", "header", "field", "option", "variable", "env"];
    private static readonly string[] Values = ["value", "val", "v", "values", "content", "text", "default"];

    // What names the value in an object, such as the name of a variable, by where the object stands.
    private Dictionary<string, string>? names;

    /// <summary>False for a document in which there is certainly no secret, which takes far less time than to look for them.</summary>
    public static bool MayFindAny(SchemaNode schema, JsonNode document) =>
        Hints.GetValue(schema, static schema => new(schema)).MayBeIn(document);

    /// <summary>The secrets of a document.</summary>
    public static IReadOnlyList<Secret> Of(SchemaNode schema, JsonNode document)
    {
        if (!MayFindAny(schema, document))
            return [];
        var found = new List<Secret>();
        Into(found, () => schema).Value(document, new(JsonAddress.Root, "", schema));
        return found;
    }

    /// <summary>True for the key of a text that names what another key of its object holds.</summary>
    public static bool IsNamedBy(string key) => Array.IndexOf(Names, key.ToLowerInvariant()) >= 0;

    /// <summary>True for the key of what another key of its object names.</summary>
    public static bool IsNamed(string key) => Array.IndexOf(Values, key.ToLowerInvariant()) >= 0;

    /// <summary>A search that replaces nothing and adds what it finds to a list.</summary>
    public static SecretSearch Into(List<Secret> found, Func<SchemaNode> schema) => new(schema, secret =>
    {
        found.Add(secret);
        return "";
    });

    /// <summary>The secrets in a comment.</summary>
    public static IReadOnlyList<Secret> Of(Comment comment) =>
        [.. SecretText.Find(comment.Text).Select(
            part => new Secret(comment.Pointer, part.Name, comment.Text.Substring(part.Start, part.Length), IsWhole: false))];

    /// <summary>The secrets of a text that should be JSON and is none, as it spells them and as they are meant.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where it stops being JSON.</param>
    public static IReadOnlyList<Secret> OfBroken(string text, int at)
    {
        var found =
            from part in SecretText.Find(text)
            let spelled = text.Substring(part.Start, part.Length)
            from secret in new[] { spelled, JsonText.Unescaped(spelled, out _) }.Distinct()
            select new Secret("", part.Name, secret, IsWhole: false);
        // The word that is in the way may be what some name of the text promises.
        return JsonMistake.BareValue(text, at) is { } word && SecretName.IsPromisedIn(text)
            ? [.. found, new("", "SECRET", word, IsWhole: false)]
            : [.. found];
    }

    /// <summary>The value of a setting without its secrets; the value itself when it has none.</summary>
    /// <param name="placed">The feature.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="value">Its value.</param>
    /// <param name="all">The features of the service: one may name what another holds.</param>
    public object Setting(AddressedFeature placed, Setting setting, object value, AddressedFeature[] all)
    {
        if (setting is StringSetting && (setting.Path is Core.Settings.Setting.Key || setting == placed.Type.PointerSetting))
            return Open((string)value, SecretText.FindTokens((string)value), JsonAddress.Of(placed.Place), isKey: true) ?? value;
        if (setting is not (StringSetting or ArraySetting or JsonSetting or AnySetting) || !(setting.InJson || IsRaw(placed, setting)))
            return value;
        if (setting is StringSetting)
        {
            // What has no name promises nothing, so that most texts need no place.
            return setting is StringSetting { Secret: null, Path: not ("" or "value") } && SecretText.Find((string)value).Count == 0
                ? value
                : Text((string)value, PlaceOf(placed, setting, all)) ?? value;
        }
        var json = setting.ToJson(value);
        var open = Value(json, PlaceOf(placed, setting, all));
        return ReferenceEquals(open, json) ? value : setting.FromJson(open)!;
    }

    private SecretPlace PlaceOf(AddressedFeature placed, Setting setting, AddressedFeature[] all)
    {
        if (IsRaw(placed, setting))
            return SecretPlace.Of(schema(), placed, names ??= NamesOf(all));
        var place = SecretPlace.Of(placed, setting);
        return place.IsUnnamed && (names ??= NamesOf(all)).TryGetValue(placed.Pointer, out var name)
            ? place with { Name = name, IsVariable = true }
            : place;
    }

    // The first name of a place counts.
    private static Dictionary<string, string> NamesOf(AddressedFeature[] all)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var feature in all)
        {
            if (NameOf(feature) is var (pointer, name) && !names.ContainsKey(pointer))
                names.Add(pointer, name);
        }
        return names;
    }

    // Of a variable, or of an object in which no feature knows the key of the name.
    private static (string Pointer, string Name)? NameOf(AddressedFeature placed)
    {
        if (placed.Type.PointerSetting is not null)
            return JsonPointer.Parent(placed.Pointer) is { } around
                && IsNamedBy(JsonPointer.Last(placed.Pointer))
                && Array.Find(placed.Type.Settings, setting => IsRaw(placed, setting)) is JsonSetting json
                && JsonParser.Parse(placed[json] ?? "", out _) is { Kind: JsonKind.String, Text: { Length: > 0 } raw }
                    ? (around, raw)
                    : null;
        return Array.Find(placed.Type.Settings, static setting => setting is StringSetting { Path: "name" }) is StringSetting setting
            && placed[setting] is { Length: > 0 } name
                ? (placed.Pointer, name)
                : null;
    }

    // The node itself when it holds no secret.
    private JsonNode Value(JsonNode json, SecretPlace place) => json.Kind switch
    {
        JsonKind.String => Text(json.Text, place) is { } open ? JsonNode.String(open) : json,
        JsonKind.Number when json.Text.Length >= FewestDigits && place.IsPromised => JsonNode.String(Whole(json.Text, place)),
        JsonKind.Object => Object(json, place),
        JsonKind.Array => List(json, place),
        _ => json,
    };

    // Null for a text without secrets.
    private string? Text(string text, SecretPlace place) => place.Holds(text)
        ? Whole(text, place)
        : Open(text, SecretText.Find(text), place.Place);

    private string? Open(string text, IReadOnlyList<SecretPart> parts, JsonAddress place, bool isKey = false) =>
        parts.Count == 0 ? null : Replaced(text, parts, place, isKey);

    private string Replaced(string text, IReadOnlyList<SecretPart> parts, JsonAddress place, bool isKey) =>
        SecretText.Replace(text, parts, part => replace(new(
            place.Pointer,
            part.Name,
            text.Substring(part.Start, part.Length),
            IsWhole: !isKey && part.Length == text.Length)));

    private string Whole(string text, SecretPlace place) =>
        replace(new(place.Place.Pointer, place.PlaceholderName, text, IsWhole: true));

    private JsonNode Object(JsonNode json, SecretPlace place)
    {
        var holder = SecretHolder.IsReference(json) ? null : place.Inner;
        // A variable, a header, a label: one member names the other.
        var name = Named(json);
        JsonNode? made = null;
        for (var i = 0; i < json.Members.Count; i++)
        {
            var (key, value) = (json.Members[i].Key, json.Members[i].Value);
            var tokens = SecretText.FindTokens(key);
            // What a secret is the key of tells of the secret, as its owner's name does.
            var inner = tokens.Count > 0 ? place.Under(key, value, null) with { Name = "" } : place.Under(key, value, holder);
            if (name is not null && IsNamed(key))
                inner = inner with { Name = name, IsVariable = true };
            Put(ref made, json, i, Open(key, tokens, inner.Place, isKey: true) ?? key, value, Value(value, inner));
        }
        return made ?? json;
    }

    private static string? Named(JsonNode json)
    {
        for (var i = 0; i < json.Members.Count; i++)
        {
            if (json.Members[i] is { Value: { Kind: JsonKind.String, Text: { Length: > 0 } name }, Key: var key }
                && IsNamedBy(key))
                return name;
        }
        return null;
    }

    private JsonNode List(JsonNode json, SecretPlace place)
    {
        var (flags, holder) = (Flags(json), place.Inner);
        JsonNode? made = null;
        JsonNode? before = null;
        for (var i = 0; i < json.Members.Count; i++)
        {
            var item = json.Members[i].Value;
            var isPassword = i == 1 && SecretHolder.IsPair(json);
            var inner = place.Item(i, isPassword && holder is { } pair ? pair with { IsSure = true } : holder);
            // A flag and its value, or a name and its value.
            if (before is { Kind: JsonKind.String }
                && SecretName.Promises(before.Text)
                && (before.Text[0] == '-' || json.Members.Count == 2))
                inner = inner with { Name = before.Text };
            before = item;
            Put(ref made, json, i, "", item, flags is not null && flags[i].Count > 0 && !inner.Holds(item.Text)
                ? JsonNode.String(Open(item.Text, flags[i], inner.Place)!)
                : Value(item, inner));
        }
        return made ?? json;
    }

    // What only the arguments of a line together tell, such as a short option and its value; null for other lists.
    private static List<SecretPart>[]? Flags(JsonNode list)
    {
        if (list.Members.Count < 2 || !list.Items.All(static item => item.Kind == JsonKind.String))
            return null;
        var (start, parts) = (0, SecretText.Find(string.Join(" ", list.Items.Select(static item => item.Text))));
        if (parts.Count == 0)
            return null;
        var inItems = Array.ConvertAll(new int[list.Members.Count], static _ => new List<SecretPart>());
        for (int i = 0, next = 0; i < inItems.Length && next < parts.Count; i++)
        {
            var end = start + list.Members[i].Value.Text.Length;
            for (; next < parts.Count && parts[next].Start < end; next++)
            {
                if (parts[next].Start >= start && parts[next].End <= end)
                    inItems[i].Add(parts[next] with { Start = parts[next].Start - start });
            }
            start = end + 1;
        }
        return inItems;
    }

    /// <summary>True for the value of a raw setting.</summary>
    public static bool IsRaw(AddressedFeature placed, Setting setting) =>
        placed.Type.PointerSetting is not null && setting is JsonSetting { IsAny: true };

    // The copy of an object or a list begins with the first member that differs.
    private static void Put(ref JsonNode? made, JsonNode json, int index, string key, JsonNode old, JsonNode value)
    {
        if (made is null)
        {
            if (ReferenceEquals(value, old) && (json.Kind == JsonKind.Array || ReferenceEquals(key, json.Members[index].Key)))
                return;
            made = json.Kind == JsonKind.Array ? JsonNode.Array() : JsonNode.Object();
            for (var i = 0; i < index; i++)
                made.Add(json.Members[i].Key, json.Members[i].Value);
        }
        made.Add(key, value);
    }
}
