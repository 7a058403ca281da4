namespace EasGen.Core.Secrets;

/// <summary>Where a value stands, and what its name promises.</summary>
/// <param name="Place">Its address.</param>
/// <param name="Name">
/// What names it: its key, or the variable that it is the value of. Empty for what has no name, and for a setting that
/// is no secret for sure.
/// </param>
/// <param name="Schema">What EasGen knows of the place; null when it is not asked.</param>
/// <param name="Sure">The placeholder of a setting that is a secret whatever it looks like.</param>
internal readonly record struct SecretPlace(JsonAddress Place, string Name, SchemaNode? Schema, string? Sure = null)
{
    // Words that say little without what they stand in.
    private static readonly string[] Bare = ["password", "token", "secret", "credential", "credentials"];

    /// <summary>True for the value of a setting whose feature has a name that is not there.</summary>
    public bool IsUnnamed { get; private init; }

    /// <summary>True when the name is that of a variable, which its placeholder has too.</summary>
    public bool IsVariable { get; init; }

    private string? Known
    {
        get
        {
            if (Sure is not null || Schema is null)
                return Sure;
            foreach (var known in Schema.Settings)
            {
                if (known.Setting is StringSetting { Secret: { } secret })
                    return secret;
            }
            return null;
        }
    }

    /// <summary>What it stands in promises, if that is an object or a list that holds secrets.</summary>
    public SecretHolder? Around { get; init; }

    /// <summary>What holds that which stands in this.</summary>
    public SecretHolder? Inner => Around is null && IsVariable && IsPromised
        ? new SecretHolder(Name, IsSure: true) { IsAll = true }
        : SecretHolder.Inside(Around, Name);

    public bool IsPromised => Known is not null || (Name.Length > 0 && SecretName.Promises(Name));

    public string PlaceholderName => Known ?? (IsVariable
        ? SecretName.OfVariable(Name)
        : SecretName.ForPlaceholder(
            Array.IndexOf(Bare, Name) >= 0 && Outer is { } outer && outer != Name ? $"{outer}_{Name}" : Around?.Placeholder(Name) ?? Name));

    /// <summary>True when a text that stands there is a secret as a whole.</summary>
    public bool Holds(string text) => Known is not null
        ? text.Length > 0 && !Placeholder.IsIn(text)
        : (IsPromised && SecretText.IsSecret(text)) || (Inner is { } holder && holder.Holds(Name, text));

    // The nearest key around, without the indexes of lists.
    private string? Outer => JsonPointer.Parent(Place.Pointer) is { } around
        ? JsonPointer.Segments(around).LastOrDefault(static segment => segment.Length > 0 && !segment.All(char.IsDigit))
        : null;

    /// <summary>The setting that names the value of a feature; null where there is none.</summary>
    public static Setting? NameIn(FeatureType type) => Array.Find(type.Settings, static setting => setting.Path is Setting.Key or "name");

    public static SecretPlace Of(AddressedFeature placed, Setting setting)
    {
        var named = setting.Path is "" or "value"
            ? NameIn(placed.Type)
            : null;
        var name = named is null ? "" : (string?)placed.Feature.Value(named) ?? "";
        return new(setting.At(JsonAddress.Of(placed.Place)), name, null, (setting as StringSetting)?.Secret)
        {
            IsVariable = named is { Path: "name" },
            IsUnnamed = named is not null && name.Length == 0,
        };
    }

    /// <summary>The place of a raw setting.</summary>
    /// <param name="schema">All that a service JSON may hold.</param>
    /// <param name="raw">The raw setting.</param>
    /// <param name="names">What names the value in an object, by where the object stands.</param>
    public static SecretPlace Of(SchemaNode schema, AddressedFeature raw, IReadOnlyDictionary<string, string> names)
    {
        // Such as the value of a variable that is of the wrong type.
        if (JsonPointer.Parent(raw.Pointer) is { } around
            && SecretSearch.IsNamed(JsonPointer.Last(raw.Pointer))
            && names.TryGetValue(around, out var variable))
            return new(JsonAddress.Of(raw.Pointer), variable, schema.Find(raw.Pointer)) { IsVariable = true };
        var keys = JsonPointer.IsValid(raw.Pointer)
            ? Array.FindAll(JsonPointer.Segments(raw.Pointer), static key => key.Length > 0 && !key.All(char.IsDigit))
            : [];
        return new(JsonAddress.Of(raw.Pointer), keys.LastOrDefault() ?? "", schema.Find(raw.Pointer))
        {
            Around = keys.Take(keys.Length - 1).Aggregate((SecretHolder?)null, SecretHolder.Inside),
        };
    }

    /// <summary>A member of an object, whose holder is what the object stands in or is.</summary>
    public SecretPlace Under(string key, JsonNode value, SecretHolder? holder) =>
        new(Place.Member(key), key, Schema is null || Schema.IsList ? null : Schema.Member(key, value))
        {
            Around = holder,
        };

    /// <summary>An item has the name of its list.</summary>
    public SecretPlace Item(int index, SecretHolder? holder) =>
        new(Place.Item(index), Name, Schema is { IsList: true } ? Schema.Item : null)
        {
            Around = holder,
        };
}
