namespace EasGen.Core.ServiceModel;

/// <summary>One feature of a service: the attribute that sets it, its settings, and where they stand in the JSON.</summary>
internal sealed class FeatureType
{
    /// <summary>Which container a feature belongs to, counted from 0: all types have it that stand inside of one.</summary>
    public static readonly IntegerSetting ContainerIndex = new("Container", null);

    private static int last;

    public FeatureType(string attribute, string anchor, Setting[] settings)
    {
        (Attribute, Anchor, Settings) = (attribute, anchor, settings);
        var place = anchor.TrimEnd('*', '@');
        Containers = place.IndexOf('#') is >= 0 and var at ? (place.Substring(0, at), place.Substring(at + 1)) : ("", place);
        IsContainer = anchor == "/containers/*";
        IsItem = anchor.EndsWith("*", StringComparison.Ordinal);
        IsMember = anchor.EndsWith(Setting.Key, StringComparison.Ordinal);
        foreach (var setting in settings)
            setting.BelongTo(Id);
    }

    /// <summary>The attribute's name without its suffix: <c>OssMount</c>.</summary>
    public string Attribute { get; }

    /// <summary>
    /// The JSON pointer under which the settings stand. <c>*</c> stands for an item of a list, <c>#</c> for the container that the
    /// feature belongs to, <c>@</c> for a key that is itself a value. Empty when the settings say the whole path.
    /// </summary>
    public string Anchor { get; }

    /// <summary>The keys of the anchor, and the signs that stand for one.</summary>
    public string[] AnchorSegments => field ??= JsonPointer.Segments(Anchor);

    /// <summary>
    /// The anchor without the sign at its end, cut at its container: the list that the container is in, empty for a feature
    /// type outside of any, and the rest.
    /// </summary>
    public (string List, string Inside) Containers { get; }

    public Setting[] Settings { get; }

    /// <summary>Which type it is, among all of the process.</summary>
    public int Id { get; } = Interlocked.Increment(ref last);

    /// <summary>
    /// The place that the features of the type fill, as a message names it; of those that have none of their own, the first
    /// setting.
    /// </summary>
    public string JsonPlace
    {
        get
        {
            if (Anchor.Length == 0)
                return Shared() is { Length: > 0 } shared ? $"'{shared}'" : Settings[0].For(Audience.Json);
            var place = string.Join(".", AnchorSegments.Concat(Kind is null ? [] : [Kind]));
            return $"'{place.TrimEnd('.', '*', '@').Replace(".*", "[]").Replace(".#", "[]")}'";
        }
    }

    /// <summary>How many of the settings, from the first on, are what the attribute's constructor takes.</summary>
    public int Arguments { get; init; }

    /// <summary>How many of the settings behind those make up another constructor, which says the same in parts.</summary>
    public int Parts { get; init; }

    /// <summary>True when the attribute can also be written without them.</summary>
    public bool ArgumentsAreOptional { get; init; }

    /// <summary>
    /// The key that tells the items of this feature type from the others of its list, and that holds an object: <c>oss</c>.
    /// </summary>
    public string? Kind { get; init; }

    /// <summary>The setting that says where a feature stands, whatever its kind; null when the anchor does.</summary>
    public StringSetting? PointerSetting { get; init; }

    /// <summary>True when others can stand inside of it, and say so by <see cref="ContainerIndex"/>.</summary>
    public bool IsContainer { get; }

    /// <summary>True when each feature of this type is an item of a JSON list.</summary>
    public bool IsItem { get; }

    /// <summary>True when each feature of this type is a member with a key of its own.</summary>
    public bool IsMember { get; }

    /// <summary>True when the settings of the feature type fill one object, of which there can be no second in its place.</summary>
    public bool IsObject => !IsItem && !IsMember && Anchor.Length > 0;

    /// <summary>What the constructor takes that the feature is written with.</summary>
    public Setting[] Constructor(Feature feature) => Form(Array.Exists(Form(inParts: true), setting => feature.Value(setting) is not null));

    /// <summary>What one of the two constructors takes.</summary>
    public Setting[] Form(bool inParts) => inParts ? [.. Settings.Skip(Arguments).Take(Parts)] : [.. Settings.Take(Arguments)];

    /// <summary>The setting of that name; attributes spell constructor parameters in camel case.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Settings.Length; i++)
        {
            if (string.Equals(Settings[i].Name, name, StringComparison.OrdinalIgnoreCase))
                return i;
        }
        return -1;
    }

    // Every value of every feature is found by this, and rules ask most feature types for settings that they lack.
    public int IndexOf(Setting setting)
    {
        var places = Places;
        return (uint)setting.Id < (uint)places.Length ? places[setting.Id] - 1 : -1;
    }

    /// <summary>The settings that the place of a feature says, by their indexes: its key, and its container.</summary>
    public int[] Implied => field ??=
    [
        .. Enumerable.Range(0, Settings.Length).Where(i => Settings[i].Path == Setting.Key || Settings[i] == ContainerIndex),
    ];

    public override string ToString() => Attribute;

    // Where each setting is, counted from 1, by its id.
    private byte[] Places => field ??= AllPlaces();

    private byte[] AllPlaces()
    {
        var places = new byte[Settings.Select(static setting => setting.Id).DefaultIfEmpty().Max() + 1];
        for (var i = Settings.Length - 1; i >= 0; i--)
            places[Settings[i].Id] = checked((byte)(i + 1));
        return places;
    }

    // The keys around all settings, unless they are around other feature types too, as those of the metadata are.
    private string Shared()
    {
        var settings = Settings.Where(static setting => setting.InJson).Select(static setting => setting.PathSegments).ToArray();
        var shared = string.Join(
            ".",
            (settings.FirstOrDefault() ?? []).TakeWhile((key, index) => settings.All(setting => setting.ElementAtOrDefault(index) == key)));
        return shared == "metadata" ? "" : shared;
    }
}
