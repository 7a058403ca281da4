using System.Globalization;

namespace EasGen.Core.Json;

/// <summary>
/// Where a value stands: in what, and under which key or index there. Most places are never named, so the text of the JSON pointer
/// is made only for one that is.
/// </summary>
internal sealed class JsonAddress
{
    public static readonly JsonAddress Root = Of("");

    private readonly JsonAddress? outer;

    // Null for an item of a list.
    private readonly string? segment;
    private readonly int index;

    private string? pointer;

    private JsonAddress(JsonAddress? outer, string? segment, int index) =>
        (this.outer, this.segment, this.index) = (outer, segment, index);

    /// <summary>The JSON pointer.</summary>
    public string Pointer => pointer ??= $"{outer!.Pointer}/{Segment}";

    /// <summary>The key, or the index.</summary>
    public string Key => JsonPointer.Unescape(Pointer.Substring(Pointer.LastIndexOf('/') + 1));

    private string Segment => segment ?? index.ToString(CultureInfo.InvariantCulture);

    public static JsonAddress Of(string pointer) => new(null, "", 0) { pointer = pointer };

    public JsonAddress Member(string key) => Below(JsonPointer.Escape(key));

    public JsonAddress Item(int at) => new(this, null, at);

    /// <summary>The place that a relative JSON pointer of one or more parts addresses from here.</summary>
    public JsonAddress Below(string path) => new(this, path, 0);

    /// <summary>True for the place of the JSON pointer.</summary>
    public bool Is(string text) => Is(text, text.Length);

    /// <summary>True for the place to which the keys lead from another one.</summary>
    public bool IsBelow(JsonAddress other, string[] keys)
    {
        var at = this;
        for (var i = keys.Length - 1; i >= 0; i--)
        {
            if (at?.segment != JsonPointer.Escape(keys[i]))
                return false;
            at = at.outer;
        }
        return at == other;
    }

    public override string ToString() => Pointer;

    // Up to its end, without a text of its own.
    private bool Is(string text, int end)
    {
        if (outer is null)
            return end == Pointer.Length && string.CompareOrdinal(text, 0, Pointer, 0, end) == 0;
        var start = end - Segment.Length;
        return start > 0
            && text[start - 1] == '/'
            && string.CompareOrdinal(text, start, Segment, 0, Segment.Length) == 0
            && outer.Is(text, start - 1);
    }
}
