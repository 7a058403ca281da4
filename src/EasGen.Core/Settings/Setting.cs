using System.Globalization;

namespace EasGen.Core.Settings;

/// <summary>
/// One setting: where it stands in an attribute and in the service JSON, and what it may be. A setting is also the key
/// under which a <see cref="Feature"/> holds the value: <c>mount[OssMount.Path]</c>.
/// </summary>
/// <param name="name">The attribute's property or constructor parameter.</param>
/// <param name="path">The place below the feature type's anchor, <c>oss/path</c>; null when the setting never reaches the JSON.</param>
internal abstract class Setting(string name, string? path) : IMessagePart
{
    /// <summary>The path of a setting that names the JSON key itself, as the key of a label does.</summary>
    public const string Key = "@";

    /// <summary>The <see cref="TypeId"/> of a setting that several feature types have.</summary>
    public const int Shared = -1;

    private static int last;

    private int typeId;

    public string Name { get; } = name;

    /// <summary>Which setting it is, among all of the process.</summary>
    public int Id { get; } = Interlocked.Increment(ref last);

    public string? Path { get; } = path;

    /// <summary>The id of the feature type that has the setting; <see cref="Shared"/> when several have it, 0 when none does yet.</summary>
    public int TypeId => typeId;

    /// <summary>The keys of the path.</summary>
    public string[] PathSegments => field ??= string.IsNullOrEmpty(Path) ? [] : JsonPointer.Segments("/" + Path);

    /// <summary>
    /// The key as a message names it, with those around it: from the root on, or from the item or object on that a feature of
    /// the feature type is. Empty when the setting is itself a key, or all that stands at one.
    /// </summary>
    public string JsonKey => InJson ? string.Join(".", PathSegments) : "";

    /// <summary>What the console of PAI-EAS calls it; null when its page does not show it.</summary>
    public string? Console { get; init; }

    /// <summary>The value that is written although nobody set it, because sources dispute what EAS would assume.</summary>
    public object? Written { get; init; }

    /// <summary>The setting beside which alone <see cref="Written"/> is written; null when it always is.</summary>
    public Setting? Beside { get; init; }

    /// <summary>True when the value is part of the JSON, and not the key or a setting of the running code alone.</summary>
    public bool InJson => Path is not null and not Key;

    /// <summary>
    /// The JSON pointer of the setting of a feature that stands at the pointer; one that never reaches the JSON is addressed
    /// by its name.
    /// </summary>
    public string At(string pointer) => Path switch
    {
        null => $"{pointer}/{Name}",
        Key or "" => pointer,
        _ => $"{pointer}/{Path}",
    };

    /// <summary>A hash of <see cref="At(string)"/> for that of the pointer, where the value is part of the JSON.</summary>
    public ulong At(TextHash pointer) => Path is "" ? pointer.Value : pointer.With(BehindPointer);

    private TextHash BehindPointer => field ??= TextHash.Of($"/{Path}");

    /// <inheritdoc cref="At(string)"/>
    public JsonAddress At(JsonAddress feature) => Path is Key or "" ? feature : feature.Below(Path ?? Name);

    /// <summary>True for a place that is <see cref="At(string)"/> the pointer, which is not made for it.</summary>
    public bool IsAt(string place, LazyPointer pointer) =>
        place.StartsWith(pointer.Start, StringComparison.Ordinal) && IsAt(place, pointer.Text);

    private bool IsAt(string place, string pointer) => Path is Key or ""
        ? place == pointer
        : place.Length == pointer.Length + 1 + (Path ?? Name).Length
            && place.StartsWith(pointer, StringComparison.Ordinal)
            && place[pointer.Length] == '/'
            && place.EndsWith(Path ?? Name, StringComparison.Ordinal);

    /// <summary>Told by each feature type that has the setting; two of them may be made at the same time.</summary>
    public void BelongTo(int id)
    {
        if (Interlocked.CompareExchange(ref typeId, id, 0) != 0)
            Volatile.Write(ref typeId, Shared);
    }

    /// <summary>What a message asks for when the JSON holds something else.</summary>
    public abstract string Expected { get; }

    /// <summary>The same, for the value that stands there.</summary>
    public virtual string ExpectedInsteadOf(JsonNode json) => Expected;

    /// <summary>True for a value as features hold it.</summary>
    public abstract bool Accepts(object value);

    /// <summary>The value of an attribute's argument; null when it does not fit, as in half-typed code.</summary>
    public virtual object? FromArgument(object value) => Accepts(value) ? value : null;

    /// <summary>The value as it stands in the JSON.</summary>
    public abstract JsonNode ToJson(object value);

    /// <summary>The value that the JSON says; null when it holds something else.</summary>
    public abstract object? FromJson(JsonNode json);

    /// <summary>False for a form that some tools write and EAS seems to take, but that nobody documents.</summary>
    public virtual bool IsUsual(JsonNode json) => true;

    /// <summary>The value as C# spells it in an attribute.</summary>
    public virtual string ToCode(object value) => value switch
    {
        string text => JsonText.Quote(text),
        bool on => on ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null",
    };

    /// <summary>False for a value that the JSON can hold and no attribute can say.</summary>
    public virtual bool FitsAttribute(object value) => true;

    /// <summary>The setting with a value, for a message.</summary>
    public SettingWithValue Is(object value) => new(this, value);

    /// <summary>The value alone, for a message.</summary>
    public SettingValue Says(object value) => new(this, value);

    public string For(Audience audience) => audience == Audience.Code ? Name : Path switch
    {
        null => Name,
        Key => "The key",
        "" => "The value",
        _ => $"'{JsonKey}'",
    };

    public override string ToString() => Name;
}
