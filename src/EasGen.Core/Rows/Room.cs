namespace EasGen.Core;

/// <summary>One feature of a service: the attribute that sets it, its rows, where they stand in the JSON, and its rules.</summary>
/// <param name="attribute">The attribute's name without its suffix: <c>OssMount</c>.</param>
/// <param name="anchor">
/// The JSON pointer under which the rows stand. <c>*</c> stands for an item of a list, <c>#</c> for the container that the
/// feature belongs to, <c>@</c> for a key that is itself a value. Empty when the rows say the whole path.
/// </param>
internal sealed class Room(string attribute, string anchor, Row[] rows, Rule[] rules)
{
    public string Attribute { get; } = attribute;

    public string Anchor { get; } = anchor;

    /// <summary>The keys of the anchor, and the signs that stand for one.</summary>
    public string[] AnchorSegments => field ??= JsonPointer.Segments(Anchor);

    /// <summary>The anchor without the sign at its end, cut at its container: the list that the container is in, empty for a room outside of any, and the rest.</summary>
    public (string List, string Inside) Containers { get; } = anchor.TrimEnd('*', '@') is var place && place.IndexOf('#') is >= 0 and var at ? (place.Substring(0, at), place.Substring(at + 1)) : ("", place);

    public Row[] Rows { get; } = rows;

    /// <summary>The place that the features of the room fill, as a message names it; of those that have none of their own, the first setting.</summary>
    public string JsonPlace => Anchor.Length > 0
        ? $"'{string.Join(".", AnchorSegments.Concat(Kind is null ? [] : [Kind])).TrimEnd('.', '*', '@').Replace(".*", "[]").Replace(".#", "[]")}'"
        : Shared() is { Length: > 0 } shared ? $"'{shared}'" : Rows[0].In(Voice.Json);

    /// <summary>How many of the rows, from the first on, are what the attribute's constructor takes.</summary>
    public int Arguments { get; init; }

    /// <summary>How many of the rows behind those make up another constructor, which says the same in parts.</summary>
    public int Parts { get; init; }

    /// <summary>True when the attribute can also be written without them.</summary>
    public bool ArgumentsAreOptional { get; init; }

    /// <summary>The key that tells the items of this room from the others of its list, and that holds an object: <c>oss</c>.</summary>
    public string? Kind { get; init; }

    public Rule[] Rules { get; } = rules;

    /// <summary>True when each feature of the room is an item of a JSON list.</summary>
    public bool IsItem { get; } = anchor.EndsWith("*", StringComparison.Ordinal);

    /// <summary>True when each feature of the room is a member with a key of its own.</summary>
    public bool IsMember { get; } = anchor.EndsWith(Row.Key, StringComparison.Ordinal);

    /// <summary>True when the rows of the room fill one object, of which there can be no second in its place.</summary>
    public bool IsObject => !IsItem && !IsMember && Anchor.Length > 0;

    /// <summary>What the constructor takes that the feature is written with.</summary>
    public Row[] Constructor(Feature feature) => Form(Array.Exists(Form(inParts: true), row => feature.Value(row) is not null));

    /// <summary>What one of the two constructors takes.</summary>
    public Row[] Form(bool inParts) => inParts ? [.. Rows.Skip(Arguments).Take(Parts)] : [.. Rows.Take(Arguments)];

    /// <summary>The row of that name; attributes spell constructor parameters in camel case.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Rows.Length; i++)
        {
            if (string.Equals(Rows[i].Name, name, StringComparison.OrdinalIgnoreCase))
                return i;
        }
        return -1;
    }

    // Every value of every feature is found by this, and Array.IndexOf would ask each row whether it equals the other.
    public int IndexOf(Row row)
    {
        for (var i = 0; i < Rows.Length; i++)
        {
            if (ReferenceEquals(Rows[i], row))
                return i;
        }
        return -1;
    }

    public override string ToString() => Attribute;

    // The keys around all rows, unless they are around other rooms too, as those of the metadata are.
    private string Shared()
    {
        var rows = Rows.Where(static row => row.InJson).Select(static row => row.PathSegments).ToArray();
        var shared = string.Join(".", (rows.FirstOrDefault() ?? []).TakeWhile((key, index) => rows.All(row => row.ElementAtOrDefault(index) == key)));
        return shared == "metadata" ? "" : shared;
    }
}
