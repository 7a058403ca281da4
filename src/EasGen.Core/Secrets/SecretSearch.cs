using System.Globalization;

namespace EasGen.Core;

/// <summary>
/// Finds secrets in JSON: what stands under a name that promises one, at any depth and under keys that EasGen does not know, and
/// those in texts. Rules, import and reports ask here, and nowhere else.
/// </summary>
/// <param name="replace">Told each secret; says what shall stand in its place.</param>
internal sealed class SecretSearch(Func<Secret, string> replace)
{
    // Shorter numbers count something.
    private const int FewestDigits = 4;

    /// <summary>The secrets of a document.</summary>
    public static IReadOnlyList<Secret> Of(JsonNode document) => Collect(search => search.Value(document, new("", "", Shape.Root)));

    /// <summary>The secrets in a comment.</summary>
    public static IReadOnlyList<Secret> Of(Comment comment) =>
        [.. SecretText.Find(comment.Text).Select(
            part => new Secret(comment.Pointer, part.Name, comment.Text.Substring(part.Start, part.Length), IsWhole: false))];

    /// <summary>The secrets of a setting.</summary>
    public static IReadOnlyList<Secret> Of(Placed placed, Row row, object value, Placed[] all) =>
        Collect(search => search.Setting(placed, row, value, all));

    /// <summary>The value of a setting without its secrets; the value itself when it has none.</summary>
    /// <param name="placed">The feature.</param>
    /// <param name="row">The setting.</param>
    /// <param name="value">Its value.</param>
    /// <param name="all">The features of the service: one may name what another holds.</param>
    public object Setting(Placed placed, Row row, object value, Placed[] all)
    {
        if (row is not (TextRow or ListRow or OpaqueRow or ValueRow) || !(row.InJson || row == Rooms.RawSetting.Json))
            return value;
        var json = row is TextRow ? JsonNode.Text((string)value) : row.ToJson(value);
        var open = Value(json, SecretPlace.Of(placed, row, all));
        return ReferenceEquals(open, json) ? value : row is TextRow ? open.Simple : row.FromJson(open)!;
    }

    private static List<Secret> Collect(Action<SecretSearch> search)
    {
        var found = new List<Secret>();
        search(new(secret =>
        {
            found.Add(secret);
            return "";
        }));
        return found;
    }

    // The node itself when it holds no secret.
    private JsonNode Value(JsonNode json, SecretPlace place) => json.Kind switch
    {
        JsonKind.Text => Text(json, place),
        JsonKind.Number when place.IsPromised && json.Simple.Length >= FewestDigits => JsonNode.Text(Whole(json, place)),
        JsonKind.Object => Object(json, place),
        JsonKind.List => List(json, place),
        _ => json,
    };

    private JsonNode Text(JsonNode json, SecretPlace place)
    {
        if (place.IsSecret
            ? json.Simple.Length > 0 && !Placeholder.IsIn(json.Simple)
            : place.IsPromised && SecretText.IsSecret(json.Simple))
            return JsonNode.Text(Whole(json, place));
        var parts = SecretText.Find(json.Simple);
        return parts.Count == 0 ? json : JsonNode.Text(SecretText.Replace(json.Simple, parts, part =>
            replace(new(
                place.Pointer,
                part.Name,
                json.Simple.Substring(part.Start, part.Length),
                IsWhole: part.Length == json.Simple.Length))));
    }

    private string Whole(JsonNode json, SecretPlace place) =>
        replace(new(place.Pointer, place.PlaceholderName, json.Simple, IsWhole: true));

    private JsonNode Object(JsonNode json, SecretPlace place)
    {
        // A variable, a header, a label: one member names the other.
        var name = json.Find("name") ?? json.Find("key");
        return Rebuilt(json, (key, value, _) => Value(value, name is { Kind: JsonKind.Text } && key == "value"
            ? place.Under(key, value) with { Name = name.Simple, IsVariable = true }
            : place.Under(key, value)));
    }

    private JsonNode List(JsonNode json, SecretPlace place) => Rebuilt(json, (_, item, index) =>
    {
        var inner = place.Item(index);
        // A flag and its value, as two arguments.
        var before = index > 0
            && json.Members[index - 1].Value is { Kind: JsonKind.Text, Simple: { Length: > 1 } flag }
            && flag[0] == '-' ? flag : null;
        return Value(item, before is not null && SecretName.Promises(before) ? inner with { Name = before } : inner);
    });

    private static JsonNode Rebuilt(JsonNode json, Func<string, JsonNode, int, JsonNode> replace)
    {
        var made = json.Kind == JsonKind.List ? JsonNode.List() : JsonNode.Object();
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
/// <param name="Shape">What EasGen knows of the place; null when it is not asked.</param>
/// <param name="Sure">The placeholder of a setting that is a secret whatever it looks like.</param>
internal readonly record struct SecretPlace(string Pointer, string Name, Shape? Shape, string? Sure = null)
{
    // Words that say little without what they stand in.
    private static readonly string[] Bare = ["password", "token", "secret", "credential", "credentials"];

    /// <summary>True when the name is that of a variable, which its placeholder has too.</summary>
    public bool IsVariable { get; init; }

    private string? Known => Sure ?? Shape?.Rows
        .Select(static known => known.Row)
        .OfType<TextRow>()
        .FirstOrDefault(static row => row.Secret is not null)?.Secret;

    public bool IsSecret => Known is not null;

    public bool IsPromised => IsSecret || (Name.Length > 0 && SecretName.Promises(Name));

    public string PlaceholderName => Known ?? (IsVariable
        ? SecretName.OfVariable(Name)
        : SecretName.ForPlaceholder(Array.IndexOf(Bare, Name) >= 0 && Outer is { } outer ? $"{outer}_{Name}" : Name));

    // The nearest key around, without the indexes of lists.
    private string? Outer => JsonPointer.Parent(Pointer) is { } around
        ? JsonPointer.Segments(around).LastOrDefault(static segment => segment.Length > 0 && !segment.All(char.IsDigit))
        : null;

    public static SecretPlace Of(Placed placed, Row row, Placed[] all)
    {
        if (row == Rooms.RawSetting.Json)
            return Raw(placed, all);
        var named = row.Path is "" or "value"
            ? placed.Feature.Room.Rows.FirstOrDefault(static other => other.Path is Row.Key or "name")
            : null;
        var name = named is null ? "" : (string?)placed.Feature.Value(named) ?? "";
        return new(placed.At(row), name, null, (row as TextRow)?.Secret) { IsVariable = named is { Path: "name" } };
    }

    public SecretPlace Under(string key, JsonNode value) =>
        new($"{Pointer}/{JsonPointer.Escape(key)}", key, Shape is null || Shape.IsList ? null : Shape.Member(key, value));

    /// <summary>An item has the name of its list.</summary>
    public SecretPlace Item(int index) =>
        new($"{Pointer}/{index.ToString(CultureInfo.InvariantCulture)}", Name, Shape is { IsList: true } ? Shape.Item : null);

    private static SecretPlace Raw(Placed raw, Placed[] all)
    {
        // The value of a variable that is of the wrong type; its name is right.
        if (raw.Pointer.EndsWith("/value", StringComparison.Ordinal)
            && Array.Find(all, other => other.Pointer == JsonPointer.Parent(raw.Pointer)
                && NameOf(other) is not null) is { Feature: not null } variable)
            return new(raw.Pointer, NameOf(variable)!, Shape.Of(raw.Pointer)) { IsVariable = true };
        var segments = JsonPointer.IsValid(raw.Pointer) ? JsonPointer.Segments(raw.Pointer) : [];
        return new(
            raw.Pointer,
            segments.LastOrDefault(static segment => segment.Length > 0 && !segment.All(char.IsDigit)) ?? "",
            Shape.Of(raw.Pointer));
    }

    private static string? NameOf(Placed variable) => variable[Rooms.EnvironmentVariable.Name] ?? variable[Rooms.ProcessorVariable.Name];
}
